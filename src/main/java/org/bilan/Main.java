package org.bilan;

public class Main {
  public static void main(String[] a) throws Exception {
    for (String f : a) System.out.println(org.bilan.dossier.DossierReader.read(java.nio.file.Files.readAllBytes(java.nio.file.Path.of(f))));
  }
}
