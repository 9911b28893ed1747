package org.bilan.assess;

import java.util.Locale;
import org.bilan.assessment.Language;
import org.bilan.confidential.Redaction;

/** Takes out of what is said of one incident what somebody may not know. */
public interface Teller {
  /**
   * What is to be taken out.
   *
   * @param versions of the dossier that something was made of, beside the current one
   */
  Redaction of(long... versions);

  /**
   * A document as it may be told.
   *
   * @param json an assessment, comparison or timeline
   * @param language that it is in
   * @param versions of the dossier that it was made of, beside the current one
   */
  default byte[] tell(byte[] json, Language language, long... versions) {
    return of(versions).output(json, Locale.forLanguageTag(language.word()));
  }

  /** As {@link #tell(byte[], Language, long...)}. */
  default Rendered tell(Rendered rendered, long... versions) {
    return new Rendered(tell(rendered.json(), rendered.language(), versions), rendered.language());
  }

  /** As {@link #tell(byte[], Language, long...)}; pseudonyms in English where sides differ. */
  default Told tell(Told told, long... versions) {
    Language language = told.languages().size() == 1 ? told.languages().get(0) : Language.EN;
    return new Told(tell(told.json(), language, versions), told.languages());
  }
}
