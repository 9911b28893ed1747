package org.bilan.desk;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.ArrayList;
import java.util.List;

/** Requests of a page that stand still on their way, as on a slow line, until they are let go. */
final class Held {

  private final Page page;
  private final String address;
  private final List<Route> all = new ArrayList<>();

  private Held(Page page, String address) {
    this.page = page;
    this.address = address;
  }

  /**
   * Holds whatever is sent from now on.
   *
   * @param address a glob, as Playwright matches it
   */
  static Held of(Page page, String method, String address) {
    Held held = new Held(page, address);
    page.route(
        address,
        route -> {
          if (route.request().method().equals(method)) {
            held.all.add(route);
          } else {
            route.resume();
          }
        });
    return held;
  }

  /** Waits until one is under way. */
  void begun() {
    page.waitForCondition(() -> !all.isEmpty());
  }

  /** How many are under way. */
  int count() {
    return all.size();
  }

  /** These reach the service, and later ones are not held. */
  void letGo() {
    all.forEach(Route::resume);
    all.clear();
    page.unroute(address);
  }
}
