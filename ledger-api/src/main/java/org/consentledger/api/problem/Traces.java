package org.consentledger.api.problem;

/** Where a failure happened, for the log. */
public final class Traces {
  private static final int FRAMES = 30;

  private Traces() {}

  /**
   * The classes and frames of a failure and its causes, without their messages: those of databases
   * and parsers quote what the caller sent.
   */
  public static String withoutMessages(Throwable failure) {
    StringBuilder trace = new StringBuilder();
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      trace.append(trace.isEmpty() ? "" : "\ncaused by ").append(cause.getClass().getName());
      StackTraceElement[] frames = cause.getStackTrace();
      for (int i = 0; i < Math.min(FRAMES, frames.length); i++) {
        trace.append("\n  at ").append(frames[i]);
      }
    }
    return trace.toString();
  }
}
