package org.bilan.methodology;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.bilan.page.WebPage;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Code;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * The page as HTML: complete in itself, with nothing that runs. Raw HTML in the Markdown is shown
 * as text.
 */
final class Page {

  private static final List<Extension> TABLES = List.of(TablesExtension.create());
  private static final Parser PARSER = Parser.builder().extensions(TABLES).build();

  private Page() {}

  static String of(Methodology methodology) {
    Anchors anchors = new Anchors();
    String body =
        HtmlRenderer.builder()
            .nodeRendererFactory(Cells::new)
            .extensions(TABLES)
            .attributeProviderFactory(
                context -> (node, tag, attributes) -> identify(node, anchors, attributes))
            .escapeHtml(true)
            .sanitizeUrls(true)
            .build()
            .render(PARSER.parse(methodology.markdown()));
    return WebPage.of(methodology.language(), methodology.title(), body);
  }

  private static void identify(Node node, Anchors anchors, Map<String, String> attributes) {
    if (node instanceof Heading) {
      attributes.put("id", anchors.next(read(node)));
    }
    attributes.remove("rel"); // All links lead to the page's own headings.
  }

  /** The text of a node as it is read. */
  private static String read(Node node) {
    if (node instanceof Text text) {
      return text.getLiteral();
    }
    if (node instanceof Code code) {
      return code.getLiteral();
    }
    StringBuilder read = new StringBuilder();
    for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
      read.append(read(child));
    }
    return read.toString();
  }

  /** Cells that say to those who cannot see the table what they head: a column, or their row. */
  private record Cells(HtmlNodeRendererContext context) implements NodeRenderer {

    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
      return Set.of(TableCell.class);
    }

    @Override
    public void render(Node node) {
      TableCell cell = (TableCell) node;
      boolean heads = cell.isHeader() || cell.getPrevious() == null;
      String tag = heads ? "th" : "td";
      Map<String, String> attributes = new TreeMap<>();
      if (heads) {
        attributes.put("scope", cell.isHeader() ? "col" : "row");
      }
      if (cell.getAlignment() == TableCell.Alignment.RIGHT) {
        attributes.put("class", "number");
      }
      context.getWriter().line();
      context.getWriter().tag(tag, attributes);
      for (Node child = cell.getFirstChild(); child != null; child = child.getNext()) {
        context.render(child);
      }
      context.getWriter().tag("/" + tag);
      context.getWriter().line();
    }
  }
}
