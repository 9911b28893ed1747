package org.bilan.operation;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Scope;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.lang.reflect.Method;

/**
 * Makes the spans of {@link Traced} classes. It comes first, so that the end of a transaction is
 * inside. OpenTelemetry's own {@code @WithSpan} would add the messages of exceptions.
 */
@Traced
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE)
class TracedCalls {

  private final Tracer tracer;

  TracedCalls(Tracer tracer) {
    this.tracer = tracer;
  }

  @AroundInvoke
  Object call(InvocationContext call) throws Exception {
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
