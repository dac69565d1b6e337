package org.consentledger.api.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Load by wrk, which costs the machine least. */
final class WrkLoad implements Load {

  private static final Pattern SUMMARY =
      Pattern.compile("answered=(\\d+) failed=(\\d+) microseconds=(\\d+)");

  private static final String SCRIPT =
      """
      local threads = 0
      function setup(thread)
        thread:set("share", threads)
        threads = threads + 1
      end

      function init(args)
        prefix, token, step = args[1] .. "-" .. share .. "-", args[2], tonumber(args[4])
        paths, bodies, sent = {}, {}, 0
        local number = 0
        for line in io.lines(args[3]) do
          if number % step == share then
            local path, body = line:match("^(%S+)%s(.*)$")
            paths[#paths + 1] = path
            bodies[#bodies + 1] = body
          end
          number = number + 1
        end
        headers = { ["Authorization"] = "Bearer " .. token, ["Content-Type"] = "application/json" }
      end

      function request()
        sent = sent + 1
        local i = (sent - 1) % #paths + 1
        headers["Idempotency-Key"] = prefix .. sent
        return wrk.format("POST", paths[i], headers, bodies[i])
      end

      function done(summary, latency, requests)
        local e = summary.errors
        print("answered=" .. summary.requests
          .. " failed=" .. (e.status + e.connect + e.read + e.write + e.timeout)
          .. " microseconds=" .. summary.duration)
      end
      """;

  private final Path folder;
  private int runs;

  private WrkLoad(Path folder) {
    this.folder = folder;
  }

  /** wrk where the machine has it, otherwise the bench's own. */
  static Load orOwn(Path folder) {
    boolean there =
        Stream.of(System.getenv("PATH").split(":"))
            .anyMatch(directory -> Files.isExecutable(Path.of(directory, "wrk")));
    return there && !Boolean.getBoolean("bench.own-load") ? new WrkLoad(folder) : new SocketLoad();
  }

  @Override
  public String name() {
    return "wrk";
  }

  @Override
  public double perSecond(BenchedLedger ledger, List<Request> requests, int clients, Duration time)
      throws IOException, InterruptedException {
    int threads = Math.min(2, clients);
    Path script = Files.writeString(folder.resolve("load.lua"), SCRIPT);
    Path lines = folder.resolve("load.requests");
    Files.write(lines, requests.stream().map(each -> each.path() + " " + each.body()).toList());
    Process wrk =
        new ProcessBuilder(
                "wrk",
                "-t" + threads,
                "-c" + clients,
                "-d" + time.toSeconds() + "s",
                "--timeout=60s",
                "-s" + script,
                ledger.address(),
                "--",
                System.nanoTime() + "-" + runs++,
                ledger.token(),
                lines.toString(),
                Integer.toString(threads))
            .redirectErrorStream(true)
            .start();
    String output = new String(wrk.getInputStream().readAllBytes());
    wrk.waitFor();
    Matcher summary = SUMMARY.matcher(output);
    if (!summary.find() || Long.parseLong(summary.group(2)) > 0) {
      throw new IllegalStateException("wrk tells of failures:\n" + output);
    }
    return Long.parseLong(summary.group(1)) * 1e6 / Long.parseLong(summary.group(3));
  }
}
