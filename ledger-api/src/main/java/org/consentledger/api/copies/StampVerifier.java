package org.consentledger.api.copies;

import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampToken;

/**
 * Verifies who signed a time stamp. Without a trusted certificate that is no more than that the
 * stamp fits the certificate it brings along.
 */
final class StampVerifier {

  private final List<X509Certificate> trusted;

  /** Trusts these certificates and what they issued; whoever it is, where there are none. */
  StampVerifier(Collection<X509Certificate> trusted) {
    this.trusted = List.copyOf(trusted);
  }

  /**
   * Requires that the stamp is signed by whom it should be.
   *
   * @throws TSPException where it is not
   */
  void verify(TimeStampToken token) throws TSPException {
    try {
      List<X509Certificate> known = new ArrayList<>(trusted);
      for (X509CertificateHolder brought : token.getCertificates().getMatches(null)) {
        known.add(new JcaX509CertificateConverter().getCertificate(brought));
      }
      X509Certificate signer = signer(token, known);
      token.validate(new JcaSimpleSignerInfoVerifierBuilder().build(signer));
      if (!trusted.isEmpty() && !trusted.contains(signer)) {
        requireIssued(signer, known, token);
      }
    } catch (GeneralSecurityException | OperatorCreationException failure) {
      throw new TSPException("its certificate is not one that the ledger trusts", failure);
    }
  }

  private static X509Certificate signer(TimeStampToken token, List<X509Certificate> known)
      throws TSPException, GeneralSecurityException {
    for (X509Certificate each : known) {
      if (token.getSID().match(new JcaX509CertificateHolder(each))) {
        return each;
      }
    }
    throw new TSPException("it does not say who signed it");
  }

  private void requireIssued(
      X509Certificate signer, List<X509Certificate> known, TimeStampToken token)
      throws GeneralSecurityException {
    X509CertSelector target = new X509CertSelector();
    target.setCertificate(signer);
    PKIXBuilderParameters path =
        new PKIXBuilderParameters(
            trusted.stream().map(each -> new TrustAnchor(each, null)).collect(Collectors.toSet()),
            target);
    path.addCertStore(
        CertStore.getInstance("Collection", new CollectionCertStoreParameters(known)));
    path.setDate(token.getTimeStampInfo().getGenTime());
    path.setRevocationEnabled(false);
    CertPathBuilder.getInstance("PKIX").build(path);
  }
}
