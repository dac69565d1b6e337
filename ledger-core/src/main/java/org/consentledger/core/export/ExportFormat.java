package org.consentledger.core.export;

/** What an export is written as. */
public enum ExportFormat {
  /** A ZIP archive that proves itself; see the auditor's guide. */
  ARCHIVE,
  /** Comma-separated values (RFC 4180), UTF-8. */
  CSV,
  /** A spreadsheet (Office Open XML). */
  XLSX
}
