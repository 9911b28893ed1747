package org.bilan.examination;

import com.adobe.internal.xmp.XMPConst;
import com.adobe.internal.xmp.XMPException;
import com.adobe.internal.xmp.XMPMeta;
import com.adobe.internal.xmp.XMPMetaFactory;
import com.adobe.internal.xmp.options.ParseOptions;
import com.adobe.internal.xmp.properties.XMPProperty;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A packet of XMP. */
final class XmpPacket {

  /** Programs write some kilobytes; what is larger holds previews. */
  static final int MOST_BYTES = 1_000_000;

  private static final int MOST_ITEMS = 200;
  private static final String EVENT = "http://ns.adobe.com/xap/1.0/sType/ResourceEvent#";
  private static final String PUBLISHER = "http://iptc.org/std/Iptc4xmpExt/2008-02-29/";

  private static final String TERMS = "http://purl.org/dc/terms/";

  private final XMPMeta meta;

  private XmpPacket(XMPMeta meta) {
    this.meta = meta;
  }

  /**
   * Empty when it is broken, too large, or declares types of its own: then nothing of it is read.
   */
  static Optional<XmpPacket> parse(byte[] packet) {
    if (packet.length > MOST_BYTES || declaresTypes(packet)) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new XmpPacket(
              XMPMetaFactory.parseFromBuffer(packet, new ParseOptions().setDisallowDoctype(true))));
    } catch (XMPException | RuntimeException | StackOverflowError e) {
      return Optional.empty();
    }
  }

  /** In any charset that XML may have: its letters are the same but for bytes of zero. */
  private static boolean declaresTypes(byte[] packet) {
    String text =
        new String(packet, StandardCharsets.ISO_8859_1).replace("\0", "").toUpperCase(Locale.ROOT);
    return text.contains("<!DOCTYPE") || text.contains("<!ENTITY");
  }

  Optional<String> make() {
    return text(XMPConst.NS_TIFF, "Make");
  }

  Optional<String> model() {
    return text(XMPConst.NS_TIFF, "Model");
  }

  Optional<String> creatorTool() {
    return text(XMPConst.NS_XMP, "CreatorTool");
  }

  /** When it was created, as the fields have it that are most about the capture. */
  Optional<String> created() {
    return text(XMPConst.NS_PHOTOSHOP, "DateCreated")
        .or(() -> text(XMPConst.NS_EXIF, "DateTimeOriginal"))
        .or(() -> text(XMPConst.NS_XMP, "CreateDate"));
  }

  Optional<String> changed() {
    return text(XMPConst.NS_XMP, "ModifyDate");
  }

  Optional<String> author() {
    return item(XMPConst.NS_DC, "creator");
  }

  Optional<String> copyright() {
    return item(XMPConst.NS_DC, "rights");
  }

  Optional<String> caption() {
    return item(XMPConst.NS_DC, "description");
  }

  /** How the picture came to be, by the last part of IPTC's word for it. */
  Optional<String> digitalSource() {
    return text(PUBLISHER, "DigitalSourceType")
        .map(word -> word.substring(word.lastIndexOf('/') + 1));
  }

  /** Where the file says that its content credentials are (C2PA 2.1, 11.4), if not in itself. */
  Optional<String> credentialsElsewhere() {
    return text(TERMS, "provenance").filter(place -> !place.startsWith("self#"));
  }

  /** The programs of its history, each time that one is named. */
  List<String> agents() {
    List<String> agents = new ArrayList<>();
    try {
      int events = Math.min(MOST_ITEMS, meta.countArrayItems(XMPConst.NS_XMP_MM, "History"));
      for (int i = 1; i <= events; i++) {
        XMPProperty agent =
            meta.getStructField(XMPConst.NS_XMP_MM, "History[" + i + "]", EVENT, "softwareAgent");
        if (agent != null && agent.getValue() != null) {
          agents.add(agent.getValue());
        }
      }
    } catch (XMPException e) {
      return agents;
    }
    return agents;
  }

  private Optional<String> text(String schema, String name) {
    try {
      return Optional.ofNullable(meta.getPropertyString(schema, name));
    } catch (XMPException e) {
      return Optional.empty();
    }
  }

  /** The first of several, which are people or languages. */
  private Optional<String> item(String schema, String name) {
    try {
      XMPProperty item = meta.getArrayItem(schema, name, 1);
      return Optional.ofNullable(item).map(XMPProperty::getValue);
    } catch (XMPException e) {
      return Optional.empty();
    }
  }
}
