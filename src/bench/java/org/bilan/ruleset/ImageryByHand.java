package org.bilan.ruleset;

import java.util.List;
import java.util.Map;
import org.bilan.evidence.Aspect;
import org.bilan.evidence.ImageFiles.ContradictoryFiles;
import org.bilan.evidence.ImageFiles.EditedFiles;
import org.bilan.evidence.ImageFiles.FilesFromBefore;
import org.bilan.evidence.ImageFiles.FilesFromElsewhere;
import org.bilan.evidence.ImageFiles.SaidOtherwise;
import org.bilan.evidence.ImageFlaws.ImageCredentials;
import org.bilan.evidence.ImageFlaws.ImagesAbroad;
import org.bilan.evidence.ImageFlaws.ImagesTakenBefore;
import org.bilan.evidence.ImageFlaws.MisplacedImages;
import org.bilan.evidence.ImagePosters.InterestedPosters;
import org.bilan.evidence.ImagePosters.ManyPosters;
import org.bilan.evidence.ImagePosters.PostersAgainstInterest;
import org.bilan.evidence.Images.ImagePlace;
import org.bilan.evidence.Images.ImageTime;
import org.bilan.evidence.Images.ImagesOfEvent;
import org.bilan.evidence.Images.ImagesOfHarm;
import org.bilan.evidence.Images.ImagesOfOtherStatus;
import org.bilan.evidence.Images.ImagesOfStatus;
import org.bilan.evidence.Images.ManipulatedImages;
import org.bilan.evidence.Images.RecycledImages;
import org.bilan.evidence.Images.SatelliteImages;
import org.bilan.evidence.Images.VisualOrigins;
import org.bilan.evidence.OwnPictures.PicturingOrigins;

/** The questions of pictures, written by hand: imagery. */
final class ImageryByHand {

  private final RuleCard imageryChronolocated;
  private final RuleCard imageryCredentialsInvalid;
  private final RuleCard imageryCredentialsValid;
  private final RuleCard imageryGeolocated;
  private final RuleCard imageryInterestedPoster;
  private final RuleCard imageryManipulated;
  private final RuleCard imageryManipulationSuspected;
  private final RuleCard imageryMisplaced;
  private final RuleCard imageryOtherCountry;
  private final RuleCard imageryPosterAgainstInterest;
  private final RuleCard imageryRecycled;
  private final RuleCard imagerySatellite;
  private final RuleCard imagerySecondPicture;
  private final RuleCard imageryShowsEvent;
  private final RuleCard imageryShowsHarm;
  private final RuleCard imageryShowsOtherStatus;
  private final RuleCard imageryShowsStatus;
  private final RuleCard imageryEdited;
  private final RuleCard imageryFileFromBefore;
  private final RuleCard imageryFileFromElsewhere;
  private final RuleCard imageryFileContradictory;
  private final RuleCard imagerySaidOtherwise;
  private final RuleCard imageryManyPosters;
  private final RuleCard imageryTakenBefore;
  private final RuleCard imagerySeveralShowPictures;

  ImageryByHand(Map<String, RuleCard> byId) {
    imageryChronolocated = byId.get("imagery.chronolocated");
    imageryCredentialsInvalid = byId.get("imagery.credentials-invalid");
    imageryCredentialsValid = byId.get("imagery.credentials-valid");
    imageryGeolocated = byId.get("imagery.geolocated");
    imageryInterestedPoster = byId.get("imagery.interested-poster");
    imageryManipulated = byId.get("imagery.manipulated");
    imageryManipulationSuspected = byId.get("imagery.manipulation-suspected");
    imageryMisplaced = byId.get("imagery.misplaced");
    imageryOtherCountry = byId.get("imagery.other-country");
    imageryPosterAgainstInterest = byId.get("imagery.poster-against-interest");
    imageryRecycled = byId.get("imagery.recycled");
    imagerySatellite = byId.get("imagery.satellite");
    imagerySecondPicture = byId.get("imagery.second-picture");
    imageryShowsEvent = byId.get("imagery.shows-event");
    imageryShowsHarm = byId.get("imagery.shows-harm");
    imageryShowsOtherStatus = byId.get("imagery.shows-other-status");
    imageryShowsStatus = byId.get("imagery.shows-status");
    imageryEdited = byId.get("imagery.edited");
    imageryFileFromBefore = byId.get("imagery.file-from-before");
    imageryFileFromElsewhere = byId.get("imagery.file-from-elsewhere");
    imageryFileContradictory = byId.get("imagery.file-contradictory");
    imagerySaidOtherwise = byId.get("imagery.said-otherwise");
    imageryManyPosters = byId.get("imagery.many-posters");
    imageryTakenBefore = byId.get("imagery.taken-before");
    imagerySeveralShowPictures = byId.get("imagery.several-show-pictures");
  }

  /** Whether the fact is one of these questions'; what they find is added. */
  boolean ask(Aspect fact, List<Conclusion> found) {
    if (fact instanceof ImageTime f) {
      if (f.days() <= imageryChronolocated.number("days")) {
        found.add(imageryChronolocated.finds(f, "days", f.days()));
      }
      return true;
    }
    if (fact instanceof ImageCredentials f) {
      if (f.invalid() >= imageryCredentialsInvalid.number("images")) {
        found.add(imageryCredentialsInvalid.finds(f, "images", f.invalid()));
      }
      if (f.valid() >= imageryCredentialsValid.number("images")) {
        found.add(imageryCredentialsValid.finds(f, "images", f.valid()));
      }
      return true;
    }
    if (fact instanceof ImagePlace f) {
      if (f.kilometres() <= imageryGeolocated.number("kilometres")) {
        found.add(imageryGeolocated.finds(f, "kilometres", f.kilometres()));
      }
      return true;
    }
    if (fact instanceof InterestedPosters f) {
      if (f.only()) {
        found.add(imageryInterestedPoster.finds(f, "speakers", f.speakers()));
      }
      return true;
    }
    if (fact instanceof ManipulatedImages f) {
      if (f.established() >= imageryManipulated.number("images")) {
        found.add(imageryManipulated.finds(f, "images", f.established()));
      }
      if (f.suspected() >= imageryManipulationSuspected.number("images")) {
        found.add(imageryManipulationSuspected.finds(f, "images", f.suspected()));
      }
      return true;
    }
    if (fact instanceof MisplacedImages f) {
      if (f.kilometres() >= imageryMisplaced.number("kilometres")) {
        found.add(imageryMisplaced.finds(f, "images", f.images(), "kilometres", f.kilometres()));
      }
      return true;
    }
    if (fact instanceof ImagesAbroad f) {
      if (f.images() >= imageryOtherCountry.number("images")) {
        found.add(imageryOtherCountry.finds(f, "images", f.images()));
      }
      return true;
    }
    if (fact instanceof PostersAgainstInterest f) {
      if (f.images() >= imageryPosterAgainstInterest.number("images")) {
        found.add(
            imageryPosterAgainstInterest.finds(f, "images", f.images(), "speakers", f.speakers()));
      }
      return true;
    }
    if (fact instanceof RecycledImages f) {
      if (f.images() >= imageryRecycled.number("images")) {
        found.add(imageryRecycled.finds(f, "images", f.images()));
      }
      return true;
    }
    if (fact instanceof SatelliteImages f) {
      if (f.images() >= imagerySatellite.number("images")) {
        found.add(imagerySatellite.finds(f, "images", f.images()));
      }
      return true;
    }
    if (fact instanceof PicturingOrigins f) {
      if (f.origins() >= imagerySeveralShowPictures.number("origins")) {
        found.add(imagerySeveralShowPictures.finds(f, "origins", f.origins()));
      }
      return true;
    }
    if (fact instanceof VisualOrigins f) {
      if (f.origins() >= imagerySecondPicture.number("pictures")) {
        found.add(imagerySecondPicture.finds(f, "pictures", f.origins()));
      }
      return true;
    }
    if (fact instanceof ImagesOfEvent f) {
      if (f.images() >= imageryShowsEvent.number("images")) {
        found.add(imageryShowsEvent.finds(f, "images", f.images()));
      }
      return true;
    }
    if (fact instanceof ImagesOfHarm f) {
      if (f.images() >= imageryShowsHarm.number("images")) {
        found.add(imageryShowsHarm.finds(f, "images", f.images()));
      }
      return true;
    }
    if (fact instanceof ImagesOfOtherStatus f) {
      if (f.images() >= imageryShowsOtherStatus.number("images")) {
        found.add(imageryShowsOtherStatus.finds(f, "images", f.images()));
      }
      return true;
    }
    if (fact instanceof ImagesOfStatus f) {
      if (f.images() >= imageryShowsStatus.number("images")) {
        found.add(imageryShowsStatus.finds(f, "images", f.images()));
      }
      return true;
    }
    if (fact instanceof ImagesTakenBefore f) {
      if (f.images() >= imageryTakenBefore.number("images")) {
        found.add(imageryTakenBefore.finds(f, "images", f.images()));
      }
      return true;
    }
    if (fact instanceof EditedFiles f) {
      if (f.images() >= imageryEdited.number("images")) {
        found.add(imageryEdited.finds(f, "images", f.images()));
      }
      return true;
    }
    if (fact instanceof FilesFromBefore f) {
      if (f.images() >= imageryFileFromBefore.number("images")) {
        found.add(imageryFileFromBefore.finds(f, "images", f.images()));
      }
      return true;
    }
    if (fact instanceof FilesFromElsewhere f) {
      if (f.images() >= imageryFileFromElsewhere.number("images")) {
        found.add(imageryFileFromElsewhere.finds(f, "images", f.images()));
      }
      return true;
    }
    if (fact instanceof ContradictoryFiles f) {
      if (f.images() >= imageryFileContradictory.number("images")) {
        found.add(imageryFileContradictory.finds(f, "images", f.images()));
      }
      return true;
    }
    if (fact instanceof SaidOtherwise f) {
      if (f.images() >= imagerySaidOtherwise.number("images")) {
        found.add(imagerySaidOtherwise.finds(f, "images", f.images()));
      }
      return true;
    }
    if (fact instanceof ManyPosters f) {
      if (f.posters() >= imageryManyPosters.number("posters")) {
        found.add(imageryManyPosters.finds(f, "posters", f.posters()));
      }
      return true;
    }
    return false;
  }
}
