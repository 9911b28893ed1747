package org.bilan.pictures;

import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.bilan.examination.Examiner;
import org.bilan.examination.Limits;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What commands make by hand, made for the service. */
class PictureBeans {

  @Produces
  @Singleton
  Examiner examiner(@ConfigProperty(name = "bilan.pictures.most-bytes") long mostBytes) {
    Limits usual = Limits.DEFAULTS;
    return new Examiner(
        new Limits(
            mostBytes,
            usual.pixels(),
            usual.side(),
            usual.frames(),
            usual.deadline(),
            usual.workers(),
            usual.waiting()));
  }

  void end(@Disposes Examiner examiner) {
    examiner.close();
  }
}
