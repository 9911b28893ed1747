package org.bilan.operation;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Scope;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.lang.reflect.Method;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Makes the spans of {@link Traced} classes. It comes first, so that the end of a transaction is
 * inside. OpenTelemetry's own {@code @WithSpan} would add the messages of exceptions.
 */
@Traced
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE)
class TracedCalls {

  private final Tracer tracer;
  private final boolean off;

  TracedCalls(Tracer tracer, @ConfigProperty(name = "quarkus.otel.sdk.disabled") boolean off) {
    this.tracer = tracer;
    this.off = off;
  }

  @AroundInvoke
  Object call(InvocationContext call) throws Exception {
    if (off) {
      // The tracer of a disabled SDK makes spans all the same, which only nobody gets.
      return call.proceed();
    }
    Method method = call.getMethod();
    Span span =
        tracer
            .spanBuilder(method.getDeclaringClass().getSimpleName() + "." + method.getName())
            .startSpan();
    try (Scope current = span.makeCurrent()) {
      return call.proceed();
    } catch (Exception problem) {
      // Perhaps only a condition that did not hold: whether it was a fault, the request's span
      // says.
      span.setAttribute("error.type", problem.getClass().getName());
      throw problem;
    } finally {
      span.end();
    }
  }
}
