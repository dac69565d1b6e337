package org.consentledger.api.problem;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses bodies above a size: at once where the length is announced, and otherwise when that many
 * bytes were read. What the client did wrong while it sent is told apart from faults of ours.
 */
final class BodyLimit extends OncePerRequestFilter {
  private static final Set<String> STREAMS =
      Set.of("/api/v1/decisions/batch", "/api/v1/import", "/console/verify");

  private final long limit;
  private final ProblemWriter writer;

  /**
   * @param limit in bytes
   */
  BodyLimit(long limit, ProblemWriter writer) {
    this.limit = limit;
    this.writer = writer;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    long limit = isStream(request) ? Long.MAX_VALUE : this.limit;
    if (request.getContentLengthLong() > limit) {
      writer.write(StatusProblems.of(HttpStatus.CONTENT_TOO_LARGE), response);
      return;
    }
    chain.doFilter(new LimitedRequest(request, limit), response);
  }

  /** Its reader limits the lines instead, or the file. */
  private static boolean isStream(HttpServletRequest request) {
    return STREAMS.contains(request.getServletPath());
  }

  private static final class LimitedRequest extends HttpServletRequestWrapper {
    private final long limit;

    LimitedRequest(HttpServletRequest request, long limit) {
      super(request);
      this.limit = limit;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
      return new LimitedStream(super.getInputStream(), limit, this::unreadable);
    }

    /**
     * Tomcat leaves its own exception there for the error page, which could not tell whose it is.
     */
    private BodyUnreadable unreadable(IOException failure) {
      BodyUnreadable unreadable = new BodyUnreadable(failure);
      setAttribute(RequestDispatcher.ERROR_EXCEPTION, unreadable);
      return unreadable;
    }

    @Override
    public BufferedReader getReader() throws IOException {
      String named = getCharacterEncoding();
      Charset charset = named == null ? StandardCharsets.UTF_8 : Charset.forName(named);
      return new BufferedReader(new InputStreamReader(getInputStream(), charset));
    }
  }

  private static final class LimitedStream extends ServletInputStream {
    private final ServletInputStream body;
    private final Function<IOException, BodyUnreadable> unreadable;
    private long left;

    LimitedStream(
        ServletInputStream body, long limit, Function<IOException, BodyUnreadable> unreadable) {
      this.body = body;
      this.unreadable = unreadable;
      this.left = limit;
    }

    @Override
    public int read() throws IOException {
      try {
        int read = body.read();
        count(read < 0 ? 0 : 1);
        return read;
      } catch (BodyTooLarge tooLarge) {
        throw tooLarge;
      } catch (IOException failure) {
        throw unreadable.apply(failure);
      }
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      try {
        int read = body.read(buffer, offset, length);
        count(Math.max(read, 0));
        return read;
      } catch (BodyTooLarge tooLarge) {
        throw tooLarge;
      } catch (IOException failure) {
        throw unreadable.apply(failure);
      }
    }

    private void count(int read) throws BodyTooLarge {
      left -= read;
      if (left < 0) {
        throw new BodyTooLarge();
      }
    }

    @Override
    public int available() throws IOException {
      try {
        return body.available();
      } catch (IOException failure) {
        throw unreadable.apply(failure);
      }
    }

    @Override
    public boolean isFinished() {
      return body.isFinished();
    }

    @Override
    public boolean isReady() {
      return body.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
      body.setReadListener(listener);
    }
  }
}
