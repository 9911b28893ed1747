package org.bilan.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PagesTest {

  private static final String PAGE = "https://www.example.org/news/2024/03/strike-in-the-north";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://example.org/news/2024/03/strike-in-the-north/",
        "https://m.example.org/news/2024/03/strike-in-the-north",
        "https://amp.example.org/news/2024/03/strike-in-the-north",
        "https://www.example.org/amp/news/2024/03/strike-in-the-north",
        "https://www.example.org/news/2024/03/strike-in-the-north/amp/",
        "https://www.example.org/news/2024/03/strike-in-the-north.amp",
        "https://www.example.org/news//2024/03/./strike-in-the-north?amp=1",
        "https://www.EXAMPLE.org:/news/2024/03/strike-in-the-north#comments",
        "https://example.org/news/2024/03/strike-in-the-north?utm_source=x&fbclid=abc&ref=home",
        "https://web.archive.org/web/20240318120000/https://example.org/news/2024/03/strike-in-the-north",
        "https://web.archive.org/web/20240318120000if_/http://www.example.org/news/2024/03/strike-in-the-north",
        "https://archive.ph/20240318120000/https://www.example.org/news/2024/03/strike-in-the-north",
        "https://archive.is/o/aBc12/https://www.example.org/news/2024/03/strike-in-the-north",
        "https://www.google.com/amp/s/www.example.org/news/2024/03/strike-in-the-north",
        "https://www-example-org.cdn.ampproject.org/c/s/www.example.org/news/2024/03/strike-in-the-north",
        "https://www.google.com/url?sa=t&url=https%3A%2F%2Fexample.org%2Fnews%2F2024%2F03%2Fstrike-in-the-north&usg=x",
        "https://l.facebook.com/l.php?u=https%3A%2F%2Fexample.org%2Fnews%2F2024%2F03%2Fstrike-in-the-north%3Ffbclid%3Dq&h=1",
        "https://web.archive.org/web/2024/https://www.google.com/amp/s/example.org/news/2024/03/strike-in-the-north",
      })
  void isOnePage(String address) {
    assertThat(Pages.canonical(address)).isEqualTo(Pages.canonical(PAGE)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://www.example.org/news/2024/03/strike-in-the-south",
        "https://www.example.org/news/2024/03/strike-in-the-north?page=2",
        "https://news.example.org/news/2024/03/strike-in-the-north",
        "https://example.com/news/2024/03/strike-in-the-north",
        "https://www.example.org/news/2024/03/strike-in-the-north#/page/2",
        "https://www.example.org/news/2024/03/strike-in-the-north?ref=2",
        "https://www.example.org/News/2024/03/Strike-In-The-North",
      })
  void isAnotherPage(String address) {
    assertThat(Pages.canonical(address)).isNotEqualTo(Pages.canonical(PAGE)).isPresent();
  }

  @ParameterizedTest
  @CsvSource({
    "https://twitter.com/Someone/status/123?s=20, https://x.com/i/web/status/123",
    "https://mobile.twitter.com/someone/status/123/photo/1, https://x.com/SOMEONE/status/123",
    "https://t.me/s/Channel/45, https://t.me/channel/45?single",
    "https://youtu.be/abcdefghijk?feature=shared, https://m.youtube.com/watch?v=abcdefghijk",
  })
  void aPostIsOnePostByWhateverName(String one, String other) {
    assertThat(Pages.canonical(one)).isEqualTo(Pages.canonical(other)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://example.org",
        "https://www.example.org/",
        "https://m.example.org/index.html",
        "no address at all",
        "https://",
        "",
        "https://[",
      })
  void namesNoPage(String address) {
    assertThat(Pages.canonical(address)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"https://archive.ph/aB3dE", "https://bit.ly/3xYz", "https://perma.cc/AB-CD"})
  void aShortenedAddressStandsForItself(String address) {
    assertThat(Pages.canonical(address)).hasValue(address.substring("https://".length()));
  }
}
