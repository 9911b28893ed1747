package org.bilan.operation;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.internal.ExtendedSpanProcessor;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Keeps out of spans what their readers have no business with: which incident was asked for, by
 * what words, and by whom. Addresses of people who report on a conflict do not belong into another
 * system. What remains is the route. Events, which repeat the messages of exceptions, are turned
 * off by quarkus.otel.span.event.count.limit.
 */
@Singleton
class QuietSpans implements ExtendedSpanProcessor {

  static final String WITHHELD = "withheld";

  /** Attributes cannot be taken away any more, only replaced. */
  private static final List<AttributeKey<String>> PRIVATE =
      List.of(
          AttributeKey.stringKey("http.request.method_original"),
          AttributeKey.stringKey("url.path"),
          AttributeKey.stringKey("url.query"),
          AttributeKey.stringKey("url.full"),
          AttributeKey.stringKey("client.address"),
          AttributeKey.stringKey("network.peer.address"),
          AttributeKey.stringKey("user_agent.original"));

  @Override
  public void onEnding(ReadWriteSpan span) {
    for (AttributeKey<String> attribute : PRIVATE) {
      if (span.getAttribute(attribute) != null) {
        span.setAttribute(attribute, WITHHELD);
      }
    }
  }

  @Override
  public boolean isOnEndingRequired() {
    return true;
  }

  @Override
  public void onStart(Context parent, ReadWriteSpan span) {}

  @Override
  public boolean isStartRequired() {
    return false;
  }

  @Override
  public void onEnd(ReadableSpan span) {}

  @Override
  public boolean isEndRequired() {
    return false;
  }
}
