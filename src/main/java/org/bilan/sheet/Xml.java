package org.bilan.sheet;

import java.io.InputStream;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * One part of an .xlsx, element by element. A document type ends it, so that there are no entities
 * but XML's own: none can be fetched, or grow.
 */
final class Xml {

  /** A sheet's elements stand some five deep. */
  private static final int DEEPEST = 64;

  private static final Set<Integer> TEXT =
      Set.of(XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE);

  private static final XMLInputFactory PARSERS = parsers();

  private final XMLStreamReader reader;
  private int depth;

  private static XMLInputFactory parsers() {
    // The JDK's, whatever else is on the class path.
    XMLInputFactory parsers = XMLInputFactory.newDefaultFactory();
    parsers.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    parsers.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    parsers.setXMLResolver(
        (publicId, systemId, base, namespace) -> {
          throw new XMLStreamException("nothing is fetched");
        });
    return parsers;
  }

  Xml(InputStream part) throws XMLStreamException {
    reader = PARSERS.createXMLStreamReader(part);
  }

  /** Goes to the next element that begins; false at the end. */
  boolean next() throws XMLStreamException, InvalidSheet {
    while (reader.hasNext()) {
      if (advance() == XMLStreamConstants.START_ELEMENT) {
        return true;
      }
    }
    return false;
  }

  /** Goes to the next element that begins inside one that has begun; false at its end. */
  boolean nextIn(int outer) throws XMLStreamException, InvalidSheet {
    while (reader.hasNext()) {
      int event = advance();
      if (event == XMLStreamConstants.START_ELEMENT) {
        return true;
      }
      if (event == XMLStreamConstants.END_ELEMENT && depth < outer) {
        return false;
      }
    }
    return false;
  }

  /** How deep the element stands that has begun; the root at 1. */
  int depth() {
    return depth;
  }

  boolean is(String name) {
    return reader.getLocalName().equals(name);
  }

  /** An attribute of the element that has begun, whatever its namespace. */
  Optional<String> attribute(String name) {
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      if (reader.getAttributeLocalName(i).equals(name)) {
        return Optional.of(reader.getAttributeValue(i));
      }
    }
    return Optional.empty();
  }

  /** All text of the element that has begun, up to its end. */
  String text() throws XMLStreamException, InvalidSheet {
    return text(null);
  }

  /**
   * The text of the element that has begun, up to its end; without what stands in elements of a
   * name.
   */
  String text(String without) throws XMLStreamException, InvalidSheet {
    StringBuilder text = new StringBuilder();
    int outer = depth;
    int left = Integer.MAX_VALUE;
    while (depth >= outer && reader.hasNext()) {
      int event = advance();
      if (event == XMLStreamConstants.START_ELEMENT && left > depth && is(without)) {
        left = depth;
      } else if (event == XMLStreamConstants.END_ELEMENT && depth < left) {
        left = Integer.MAX_VALUE;
      } else if (left > depth && TEXT.contains(event)) {
        text.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
      }
    }
    return text.toString();
  }

  private int advance() throws XMLStreamException, InvalidSheet {
    int event = reader.next();
    if (event == XMLStreamConstants.START_ELEMENT && ++depth > DEEPEST) {
      throw SheetFile.broken("elements more than " + DEEPEST + " deep");
    }
    if (event == XMLStreamConstants.END_ELEMENT) {
      depth--;
    }
    if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
      throw InvalidSheet.file(
          "file.document-type",
          "a document type or an entity",
          "neither",
          "Save the sheet anew from a spreadsheet program.");
    }
    return event;
  }
}
