package org.consentledger.core.log.verify;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.consentledger.core.log.verify.Finding.Code;

/** An archive as one ZIP file. */
final class ZipArchive implements Archive {

  private final Path path;
  private final ZipFile zip;

  ZipArchive(Path path) throws IOException {
    this.path = path;
    this.zip = new ZipFile(path.toFile());
  }

  @Override
  public void visit(Visitor visitor) throws IOException {
    Enumeration<? extends ZipEntry> entries = zip.entries();
    while (entries.hasMoreElements()) {
      ZipEntry entry = entries.nextElement();
      if (!entry.isDirectory()) {
        visitor.file(entry.getName(), Math.max(entry.getSize(), 0));
      }
    }
  }

  @Override
  public void checkPacking(Findings findings) throws IOException {
    ZipPacking.check(path, findings);
    visit(
        (name, bytes) -> {
          if (!Inventory.isKnown(name)) {
            readThrough(name, findings);
          }
        });
  }

  /** It means nothing to the format, but must be what was packed. */
  private void readThrough(String name, Findings findings) {
    try (InputStream in = stream(name)) {
      in.transferTo(OutputStream.nullOutputStream());
    } catch (IOException damaged) {
      findings.add(Code.ARCHIVE, name + " cannot be read: " + damaged.getMessage());
    }
  }

  @Override
  public boolean has(String name) {
    return zip.getEntry(name) != null;
  }

  @Override
  public InputStream stream(String name) throws IOException {
    ZipEntry entry = entry(name);
    return new CheckedEntry(zip.getInputStream(entry), entry);
  }

  @Override
  public long length(String name) throws IOException {
    return Math.max(entry(name).getSize(), 0);
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }

  private ZipEntry entry(String name) throws IOException {
    ZipEntry entry = zip.getEntry(name);
    if (entry == null) {
      throw new NoSuchFileException(name);
    }
    return entry;
  }
}
