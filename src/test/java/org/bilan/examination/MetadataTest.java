package org.bilan.examination;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.bilan.dossier.Contradiction;
import org.junit.jupiter.api.Test;

/** What is told out of a file's metadata: each fact by a file that states it. */
class MetadataTest {

  private static final Clock NOW =
      Clock.fixed(Instant.parse("2026-06-01T00:00:00Z"), ZoneOffset.UTC);

  private static final BufferedImage SCENE = Drawn.scene(300, 200, 5);

  private static Examination examined(byte[] file) throws RefusedFile {
    return Inspection.of(file, Limits.DEFAULTS, NOW).examination();
  }

  private static Examination exif(ExifBlock block) throws RefusedFile {
    return examined(Bits.withExif(Drawn.written(SCENE, "jpeg"), block.toBytes()));
  }

  private static Examination xmp(String description) throws RefusedFile {
    return examined(
        Bits.withXmp(Drawn.written(SCENE, "jpeg"), HostileMetadata.packet(description)));
  }

  @Test
  void aCaptureTimeWithZoneIsAnInstant() throws Exception {
    Metadata metadata =
        exif(new ExifBlock().original("2024:05:01 14:03:22").offsetOriginal("+02:00")).metadata();
    assertThat(metadata.capturedAt())
        .contains(
            new Stamp(
                "2024-05-01T14:03:22+02:00", "2024-05-01T14:03:22+02:00", Field.EXIF_ORIGINAL));
    assertThat(metadata.capturedAt().orElseThrow().moment().earliest())
        .isEqualTo("2024-05-01T12:03:22Z");
    assertThat(metadata.contradictions()).isEmpty();
  }

  @Test
  void aCaptureTimeWithoutZoneIsADate() throws Exception {
    Stamp stamp =
        exif(new ExifBlock().original("2024:05:01 14:03:22")).metadata().capturedAt().orElseThrow();
    assertThat(stamp)
        .isEqualTo(new Stamp("2024-05-01", "2024-05-01T14:03:22", Field.EXIF_ORIGINAL));
  }

  @Test
  void theZoneOfAnotherFieldThatShowsTheSameIsTaken() throws Exception {
    byte[] file =
        Bits.withXmp(
            Bits.withExif(
                Drawn.written(SCENE, "jpeg"),
                new ExifBlock().original("2024:05:01 14:03:22").toBytes()),
            HostileMetadata.packet(
                "<photoshop:DateCreated>2024-05-01T14:03:22-05:00</photoshop:DateCreated>"));
    assertThat(examined(file).metadata().capturedAt().orElseThrow().time())
        .isEqualTo("2024-05-01T14:03:22-05:00");
  }

  @Test
  void impossibleTimesAreMarkedAndNotTold() throws Exception {
    for (String time :
        new String[] {
          "0000:00:00 00:00:00",
          "1970:01:01 00:00:00",
          "2031:01:01 00:00:00",
          "2024:13:45 10:00:00",
          "1700:01:01 00:00:00"
        }) {
      Examination examination = exif(new ExifBlock().original(time));
      assertThat(examination.metadata().capturedAt()).as(time).isEmpty();
      assertThat(examination.marks()).as(time).containsExactly(Mark.IMPOSSIBLE_TIME);
    }
    Examination blank = exif(new ExifBlock().original("    :  :     :  :  "));
    assertThat(blank.marks()).isEmpty();
    assertThat(blank.metadata().capturedAt()).isEmpty();
  }

  @Test
  void positionAndSatellitesTime() throws Exception {
    Metadata metadata =
        exif(new ExifBlock().position(-31_500_000, 34_466_667).satellites("2024:05:01", 12, 3, 20))
            .metadata();
    assertThat(metadata.position()).contains(new Position(-31.5, 34.466667));
    assertThat(metadata.gpsAt())
        .contains(new Stamp("2024-05-01T12:03:20Z", "2024-05-01T12:03:20Z", Field.GPS));
  }

  @Test
  void zeroAndWhatIsOffTheEarthIsNoPlace() throws Exception {
    assertThat(exif(new ExifBlock().position(0, 0)).metadata().position()).isEmpty();
    assertThat(exif(new ExifBlock().position(91_000_000, 10)).metadata().position()).isEmpty();
    assertThat(exif(new ExifBlock().position(10, 181_000_000)).metadata().position()).isEmpty();
  }

  @Test
  void aDeviceIsNamedOnce() throws Exception {
    assertThat(exif(new ExifBlock().make("Canon").model("Canon EOS 80D")).metadata().device())
        .contains("Canon EOS 80D");
    assertThat(exif(new ExifBlock().make("Apple").model("iPhone 15")).metadata().device())
        .contains("Apple iPhone 15");
  }

  @Test
  void aCamerasSoftwareIsNoEditor() throws Exception {
    for (String software : new String[] {"17.1.2", "HDR+ 1.0.345618096zd", "G991BXXU5CVDD"}) {
      Metadata metadata = exif(new ExifBlock().software(software)).metadata();
      assertThat(metadata.writtenBy()).contains(software);
      assertThat(metadata.editors()).isEmpty();
    }
  }

  @Test
  void anEditorsNameWithinAnotherWordIsNoEditor() throws Exception {
    for (String software :
        new String[] {
          "Canvas 2.1", "Reminiscence", "MyGimpy", "Firefly 8SE V1.2", "topaz-user 13", "DxO ONE v3"
        }) {
      Metadata metadata = exif(new ExifBlock().software(software)).metadata();
      assertThat(metadata.writtenBy()).contains(software);
      assertThat(metadata.editors()).as(software).isEmpty();
    }
    for (String software :
        new String[] {
          "Canva", "Picasa3", "CorelDRAW", "DxO PhotoLab 5", "a/Remini", "LuminarAI 1"
        }) {
      assertThat(exif(new ExifBlock().software(software)).metadata().editors())
          .containsExactly(software);
    }
  }

  @Test
  void aTelephonesFirmwareIsNoEditorThoughAnEditorHasItsName() throws Exception {
    ExifBlock telephone = new ExifBlock().make("Meitu").model("M8");
    assertThat(exif(telephone.software("Meitu M8 v1.4")).metadata().editors()).isEmpty();
    assertThat(exif(telephone.software("Meitu, GIMP 2.10")).metadata().editors())
        .containsExactly("Meitu, GIMP 2.10");
    assertThat(exif(new ExifBlock().software("Meitu 9")).metadata().editors())
        .containsExactly("Meitu 9");
  }

  @Test
  void editorsAreToldByNameOfWhereverTheyStand() throws Exception {
    assertThat(exif(new ExifBlock().software("GIMP 2.10.34")).metadata().editors())
        .containsExactly("GIMP 2.10.34");
    assertThat(
            xmp("<xmp:CreatorTool>Adobe Photoshop 25.1</xmp:CreatorTool>"
                    + "<xmpMM:History><rdf:Seq>"
                    + "<rdf:li rdf:parseType='Resource'>"
                    + "<stEvt:softwareAgent>Adobe Lightroom 7</stEvt:softwareAgent></rdf:li>"
                    + "<rdf:li rdf:parseType='Resource'>"
                    + "<stEvt:softwareAgent>Adobe Photoshop 25.1</stEvt:softwareAgent></rdf:li>"
                    + "</rdf:Seq></xmpMM:History>")
                .metadata()
                .editors())
        .containsExactly("Adobe Photoshop 25.1", "Adobe Lightroom 7");
    byte[] png =
        Bits.withChunk(
            Drawn.png(300, 200), "tEXt", new Bits().text("Software\0Paint.NET 5").toByteArray());
    assertThat(examined(png).metadata().editors()).containsExactly("Paint.NET 5");
    byte[] quality =
        new Bits()
            .text("Photoshop 3.0\0008BIM")
            .big(0x0406, 2)
            .big(0, 2)
            .big(2, 4)
            .big(5, 2)
            .toByteArray();
    byte[] saved = Bits.withSegment(Drawn.jpeg(300, 200), 0xED, quality);
    assertThat(examined(saved).metadata().editors()).containsExactly("Adobe Photoshop");
  }

  @Test
  void aChangeAfterTheCaptureIsTold() throws Exception {
    Metadata edited =
        exif(new ExifBlock().original("2024:05:01 14:03:22").changed("2024:05:03 09:00:00"))
            .metadata();
    assertThat(edited.editedAt().orElseThrow().stated()).isEqualTo("2024-05-03T09:00:00");
    assertThat(edited.contradictions()).isEmpty();
    Metadata finished =
        exif(new ExifBlock().original("2024:05:01 14:03:22").changed("2024:05:01 14:03:25"))
            .metadata();
    assertThat(finished.editedAt()).isEmpty();
  }

  @Test
  void aChangeBeforeTheCaptureIsAContradiction() throws Exception {
    assertThat(
            exif(new ExifBlock().original("2024:05:05 14:03:22").changed("2024:05:01 09:00:00"))
                .metadata()
                .contradictions())
        .containsExactly(Contradiction.EDITED_BEFORE_CAPTURE);
    // Zones may explain it.
    assertThat(
            exif(new ExifBlock().original("2024:05:05 14:03:22").changed("2024:05:05 09:00:00"))
                .metadata()
                .contradictions())
        .isEmpty();
  }

  @Test
  void captureTimesThatAreDaysApartAreAContradiction() throws Exception {
    byte[] exif =
        Bits.withExif(
            Drawn.written(SCENE, "jpeg"),
            new ExifBlock().original("2024:05:01 14:03:22").toBytes());
    for (String day : new String[] {"2024-05-01", "2024-05-05"}) {
      byte[] file =
          Bits.withXmp(
              exif,
              HostileMetadata.packet("<photoshop:DateCreated>" + day + "</photoshop:DateCreated>"));
      assertThat(examined(file).metadata().contradictions().isEmpty())
          .isEqualTo(day.endsWith("01"));
    }
    byte[] iptc =
        new Bits()
            .text("Photoshop 3.0\0008BIM\u0004\u0004\0\0")
            .big(13, 4)
            .bytes(0x1C, 2, 55, 0, 8)
            .text("20240420\0")
            .toByteArray();
    Metadata metadata = examined(Bits.withSegment(exif, 0xED, iptc)).metadata();
    assertThat(metadata.contradictions()).containsExactly(Contradiction.CAPTURE_TIMES_DIFFER);
    assertThat(metadata.capturedAt().orElseThrow().field()).isEqualTo(Field.EXIF_ORIGINAL);
  }

  @Test
  void satellitesThatNoZoneExplainsAreAContradiction() throws Exception {
    ExifBlock thirteenHours =
        new ExifBlock().original("2024:05:01 14:03:22").satellites("2024:05:01", 1, 3, 20);
    assertThat(exif(thirteenHours).metadata().contradictions()).isEmpty();
    ExifBlock twoDays =
        new ExifBlock().original("2024:05:01 14:03:22").satellites("2024:05:03", 1, 3, 20);
    assertThat(exif(twoDays).metadata().contradictions())
        .containsExactly(Contradiction.GPS_TIME_DIFFERS);
    ExifBlock zoneKnown =
        new ExifBlock()
            .original("2024:05:01 14:03:22")
            .offsetOriginal("+02:00")
            .satellites("2024:05:01", 20, 3, 20);
    assertThat(exif(zoneKnown).metadata().contradictions())
        .containsExactly(Contradiction.GPS_TIME_DIFFERS);
  }

  @Test
  void aNotedSizeThatIsNotThePicturesIsAContradiction() throws Exception {
    assertThat(exif(new ExifBlock().noted(4000, 3000)).metadata().contradictions())
        .containsExactly(Contradiction.DIMENSIONS_DIFFER);
    assertThat(exif(new ExifBlock().noted(300, 200)).metadata().contradictions()).isEmpty();
    assertThat(exif(new ExifBlock().noted(200, 300)).metadata().contradictions()).isEmpty();
  }

  @Test
  void aPreviewOfAnotherPictureIsAContradiction() throws Exception {
    byte[] own = Drawn.written(Reduction.of(SCENE, 160), "jpeg");
    assertThat(exif(new ExifBlock().preview(own)).metadata().contradictions()).isEmpty();
    byte[] cropped = Drawn.written(SCENE.getSubimage(0, 0, 160, 160), "jpeg");
    assertThat(exif(new ExifBlock().preview(cropped)).metadata().contradictions())
        .containsExactly(Contradiction.PREVIEW_DIFFERS);
    byte[] other = Drawn.written(Drawn.scene(150, 100, 99), "jpeg");
    assertThat(exif(new ExifBlock().preview(other)).metadata().contradictions())
        .containsExactly(Contradiction.PREVIEW_DIFFERS);
    byte[] broken = {1, 2, 3, 4};
    assertThat(exif(new ExifBlock().preview(broken)).metadata().contradictions()).isEmpty();
  }

  @Test
  void aPreviewWithBarsIsStillTheSame() throws Exception {
    BufferedImage bars = new BufferedImage(160, 120, BufferedImage.TYPE_INT_RGB);
    bars.createGraphics().drawImage(Reduction.of(SCENE, 160), 0, 7, null);
    byte[] jpeg = Drawn.written(bars, "jpeg");
    assertThat(exif(new ExifBlock().preview(jpeg)).metadata().contradictions()).isEmpty();
  }

  @Test
  void whoAndWhatAndHowItCameToBe() throws Exception {
    Metadata metadata =
        xmp("<dc:creator><rdf:Seq><rdf:li>Zoé\u202E A.</rdf:li></rdf:Seq></dc:creator>"
                + "<dc:description><rdf:Alt><rdf:li xml:lang='x-default'>A\nstreet</rdf:li>"
                + "</rdf:Alt></dc:description>"
                + "<Iptc4xmpExt:DigitalSourceType>http://cv.iptc.org/newscodes/digitalsourcetype/"
                + "trainedAlgorithmicMedia</Iptc4xmpExt:DigitalSourceType>")
            .metadata();
    assertThat(metadata.author()).contains("Zoé A.");
    assertThat(metadata.caption()).contains("A street");
    assertThat(metadata.digitalSource()).contains("trainedAlgorithmicMedia");
  }

  @Test
  void metadataAreReadOfEveryFormatThatHasThem() throws Exception {
    byte[] tiff = new ExifBlock().original("2024:05:01 14:03:22").toBytes();
    byte[] png = Bits.withChunk(Drawn.png(300, 200), "eXIf", tiff);
    byte[] webp =
        Webp.file(
            new Bits()
                .bytes(Webp.extended(8, 300, 200))
                .riff("VP8L", Webp.vp8l(SCENE))
                .riff("EXIF", tiff)
                .toByteArray());
    for (byte[] file : new byte[][] {png, webp}) {
      assertThat(examined(file).metadata().capturedAt().orElseThrow().time())
          .isEqualTo("2024-05-01");
    }
  }

  @Test
  void brokenMetadataAreMarkedAndTheRestIsTold() throws Exception {
    byte[] file =
        Bits.withXmp(
            Bits.withExif(
                Drawn.written(SCENE, "jpeg"),
                new ExifBlock().original("2024:05:01 14:03:22").toBytes()),
            "<x:xmpmeta>");
    assertThat(examined(file).marks()).containsExactly(Mark.METADATA_BROKEN);
    assertThat(examined(file).metadata().capturedAt()).isPresent();
  }
}
