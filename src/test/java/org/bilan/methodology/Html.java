package org.bilan.methodology;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** A page, parsed: it must be well-formed. */
final class Html {

  private final Document document;

  private Html(Document document) {
    this.document = document;
  }

  static Html of(Methodology methodology) {
    try {
      return new Html(
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .parse(new InputSource(new StringReader(methodology.html()))));
    } catch (SAXException | IOException | ParserConfigurationException e) {
      throw new AssertionError("The page is not well-formed", e);
    }
  }

  Element root() {
    return document.getDocumentElement();
  }

  /** All elements of a tag, in order; {@code *} for all. */
  List<Element> all(String tag) {
    NodeList found = document.getElementsByTagName(tag);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      elements.add((Element) found.item(i));
    }
    return elements;
  }

  /** What the page is made of: its tags with all attributes but those made of texts. */
  List<String> skeleton() {
    return all("*").stream()
        .map(
            element -> {
              StringBuilder tag = new StringBuilder(element.getTagName());
              for (int i = 0; i < element.getAttributes().getLength(); i++) {
                String name = element.getAttributes().item(i).getNodeName();
                boolean text = name.equals("id") || name.equals("href");
                tag.append(' ').append(name);
                tag.append(text ? "" : "=" + element.getAttribute(name));
              }
              return tag.toString();
            })
        .toList();
  }

  /** What is read: the text of the body. */
  String text() {
    return all("body").get(0).getTextContent();
  }
}
