package org.bilan.ledger;

/**
 * Who does something.
 *
 * @param name the login, "bilan" for the service, or {@link #UNKNOWN}
 * @param means how it was shown who that is: password, token:ID, session, proxy, or cli:USER, the
 *     operating system's user who ran a command
 * @param address from where: an IP address, or "local"
 */
public record Actor(String name, String means, String address) {

  /** Somebody who was not recognised. No login can be called so. */
  public static final String UNKNOWN = "-";

  /** The service itself, when it starts or does what nobody asked for just now. */
  public static final Actor SERVICE = new Actor("bilan", "service", "local");

  /** Whoever runs a command on the machine. */
  public static Actor commandLine() {
    String user = System.getProperty("user.name");
    return new Actor("bilan", "cli:" + user, "local");
  }
}
