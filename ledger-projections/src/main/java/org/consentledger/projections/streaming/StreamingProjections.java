package org.consentledger.projections.streaming;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.TrackingEventProcessorConfiguration;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/**
 * Follows the history with Axon's tracking processors, one for each projection. The pooled ones
 * look for events of this event store every half second only; these are woken by it. An error stops
 * the projection where it is: it is tried again and again, and nothing is skipped.
 */
public final class StreamingProjections {

  private static final int BATCH = 500;

  /**
   * After this long a projection that a dead node followed is taken over. A live node claims anew
   * at every batch and every second; one that is slower loses its place and nothing else, for the
   * progress is written in the transaction of the batch.
   */
  private static final Duration CLAIM = Duration.ofSeconds(3);

  private static final Duration BETWEEN_CLAIMS = Duration.ofMillis(250);

  private StreamingProjections() {}

  /** Adds a processor for each projection. */
  public static void register(
      Configurer axon, DataSource dataSource, List<Projection> projections, Progress progress) {
    axon.registerComponent(
        TokenStore.class, configuration -> tokenStore(configuration, dataSource));
    axon.eventProcessing(
        processing -> {
          processing.registerDefaultListenerInvocationErrorHandler(
              configuration -> PropagatingErrorHandler.instance());
          for (Projection projection : projections) {
            Follower follower = new Follower(projection, progress);
            processing
                .registerEventHandler(configuration -> follower)
                .assignHandlerInstancesMatching(projection.name(), follower::equals)
                .registerTrackingEventProcessor(
                    projection.name(),
                    configuration -> new PacedEvents(configuration.eventStore(), BATCH),
                    configuration ->
                        TrackingEventProcessorConfiguration.forSingleThreadedProcessing()
                            .andBatchSize(BATCH)
                            .andTokenClaimInterval(
                                BETWEEN_CLAIMS.toMillis(), TimeUnit.MILLISECONDS));
          }
        });
  }

  private static TokenStore tokenStore(Configuration configuration, DataSource dataSource) {
    ConnectionProvider connections = new TransactionAwareDataSourceProxy(dataSource)::getConnection;
    return JdbcTokenStore.builder()
        .connectionProvider(connections)
        .serializer(configuration.serializer())
        .contentType(byte[].class)
        .claimTimeout(CLAIM)
        .schema(
            TokenSchema.builder()
                .setTokenTable("projection_token")
                .setProcessorNameColumn("processor_name")
                .setSegmentColumn("segment")
                .setTokenColumn("token")
                .setTokenTypeColumn("token_type")
                .setTimestampColumn("timestamp")
                .setOwnerColumn("owner")
                .build())
        .build();
  }
}
