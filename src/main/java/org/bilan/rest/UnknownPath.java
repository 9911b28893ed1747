package org.bilan.rest;

import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Quarkus asks for a mapper of this very exception when no path fits. */
@Provider
public class UnknownPath implements ExceptionMapper<NotFoundException> {

  private final Refusals refusals;

  UnknownPath(Refusals refusals) {
    this.refusals = refusals;
  }

  @Override
  public Response toResponse(NotFoundException failure) {
    return refusals.toResponse(failure);
  }
}
