import {download} from "../api/api";
import type {Picture, PictureTold} from "../api/assessments";
import type {Media} from "../api/dossiers";
import {useSending} from "../api/useSending";
import {Link} from "../parts/Link";
import {Refusal} from "../parts/Refusal";
import {Cut, Said} from "../parts/Said";
import {address} from "../shell/route";
import {useSettings} from "../shell/settings";
import {records} from "../words/records";
import {useFormat} from "../words/format";
import {shell} from "../words/shell";
import {terms} from "../words/terms";
import {useWords} from "../words/words";
import {useFew} from "./Few";
import {useFile, useNames} from "./file";
import {PictureFacts} from "./PictureFacts";
import type {Place} from "./place";
import {ReportLink} from "./Who";

/** What the dossier says of a picture, without its file. */
function About({media, place}: {media: Media; place: Place}) {
  const words = useWords(records).pictures;
  const names = useWords(terms);
  const {list} = useFormat();
  const file = useFile();
  const {claim} = useNames();
  const [supports, more] = useFew(media.supports ?? [], 6);
  const report = media.report === undefined ? undefined : file.reports.get(media.report);
  return (
    <>
      <p>
        {media.shows !== undefined && (
          <>
            <span class="label">{words.shows}</span>{" "}
            {list(media.shows.map((shown) => names.shows[shown]))}.{" "}
          </>
        )}
        {report !== undefined && (
          <>
            <span class="label">{words.publishedBy}</span>{" "}
            <ReportLink report={report} place={place} />.{" "}
          </>
        )}
        {media.manipulation !== undefined && (
          <>
            <span class="label">{words.manipulation}</span> {names.manipulation[media.manipulation]}
            .{" "}
          </>
        )}
        {media.chronolocated === true && words.chronolocated}
      </p>
      {supports.length > 0 && (
        <p>
          <span class="label">{words.supports}</span> <bdi>{list(supports.map(claim))}</bdi> {more}
        </p>
      )}
    </>
  );
}

function Earlier({earlier}: {earlier: NonNullable<Picture["earlier"]>}) {
  const words = useWords(records).pictures;
  const {colon} = useWords(shell);
  const {moment} = useFormat();
  return (
    <figure class="earlier">
      {earlier.thumbnail !== undefined && (
        <img src={earlier.thumbnail} alt={words.earlierSmall} loading="lazy" />
      )}
      <figcaption>
        <strong>
          {words.earlier}
          {colon} {moment(earlier.at)}
        </strong>{" "}
        ({words.ground[earlier.ground as "known"] ?? earlier.ground})
        {earlier.place !== undefined && (
          <>
            {" · "}
            <Said text={earlier.place} most={120} />
          </>
        )}
        {earlier.incident !== undefined && (
          <>
            {" · "}
            <a href={address(["incidents", earlier.incident])}>
              {words.incident(earlier.incident)}
            </a>
          </>
        )}
        {earlier.url !== undefined && (
          <>
            {" · "}
            <Link to={earlier.url}>
              <Cut text={earlier.url} />
            </Link>
          </>
        )}
      </figcaption>
    </figure>
  );
}

function One({media, picture, place}: {media: Media; picture?: Picture; place: Place}) {
  const words = useWords(records).pictures;
  const names = useWords(terms);
  const {list} = useFormat();
  const {may} = useSettings();
  const [refused, , sending] = useSending();
  const kind = names.media[media.kind];
  const what = [kind, ...(media.shows ?? []).map((shown) => names.shows[shown])].join(", ");
  const original = (sha256: string) => sending(() => download(`/media/${sha256}/original`, sha256));
  return (
    <li class="card picture">
      <h3>
        {kind} <code>{media.id}</code>
      </h3>
      <div class="images">
        {picture?.thumbnail !== undefined && (
          <figure>
            <img src={picture.thumbnail} alt={words.small(media.id, what)} loading="lazy" />
            <figcaption>{words.here}</figcaption>
          </figure>
        )}
        {picture?.earlier !== undefined && <Earlier earlier={picture.earlier} />}
      </div>
      {picture === undefined ? (
        <p class="muted">{words.notExamined}</p>
      ) : (
        picture.thumbnail === undefined && <p class="muted">{words.noFile}</p>
      )}
      <About media={media} place={place} />
      <PictureFacts
        id={media.id}
        said={picture?.said ?? saidOf(media)}
        established={picture?.established}
        differ={picture?.differ ?? []}
      />
      {picture?.same !== undefined && (
        <p>
          {words.same} <code>{list(picture.same)}</code>
        </p>
      )}
      {picture?.thumbnail !== undefined &&
        media.sha256 !== undefined &&
        may("reporter", "editor", "approver") && (
          <button onClick={() => original(media.sha256!)}>{words.original}</button>
        )}
      {refused !== undefined && <Refusal refused={refused} />}
    </li>
  );
}

function saidOf({capturedAt, place, firstSeenAt, credentials}: Media): PictureTold {
  return {
    ...(capturedAt === undefined ? {} : {capturedAt}),
    ...(place === undefined ? {} : {place}),
    ...(firstSeenAt === undefined ? {} : {firstSeenAt}),
    ...(credentials === undefined ? {} : {credentials}),
  };
}

/** Each picture, with what is said of it, what was established, and where it was seen before. */
export function Pictures({place}: {place: Place}) {
  const words = useWords(records).pictures;
  const {dossier, assessment} = useFile();
  const told = new Map((assessment.pictures ?? []).map((picture) => [picture.media, picture]));
  const all = dossier.media ?? [];
  const [shown, more] = useFew(all, 12);
  if (all.length === 0) {
    return <p>{words.none}</p>;
  }
  return (
    <>
      <p class="muted">{words.lead}</p>
      <ul class="pictures">
        {shown.map((media) => {
          const picture = told.get(media.id);
          return (
            <One
              key={media.id}
              media={media}
              place={place}
              {...(picture === undefined ? {} : {picture})}
            />
          );
        })}
      </ul>
      {more}
    </>
  );
}
