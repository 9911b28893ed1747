import type {Alike, Appearance, KeptFile} from "../api/media";
import {Link} from "../parts/Link";
import {Said} from "../parts/Said";
import {address} from "../shell/route";
import {drafts} from "../words/drafts";
import {useFormat} from "../words/format";
import {records} from "../words/records";
import {useWords} from "../words/words";
import {Take} from "./Take";

/** How many that only look alike are shown: a person has to look at each. */
const LOOKED_AT = 4;

/** Where the picture of a file was seen before, and what looks like it. */
export function Seen(props: {index: number; file: KeptFile; alike: Alike["alike"]}) {
  const {file, index} = props;
  const words = useWords(drafts).file;
  const names = useWords(records).pictures;
  const {firstSeen} = file;
  const looks = props.alike
    .filter(({likeness, sha256}) => likeness === "alike" && sha256 !== file.sha256)
    .slice(0, LOOKED_AT);
  const small = props.alike.find(({sha256}) => sha256 === firstSeen?.sha256)?.thumbnail;
  return (
    <>
      {firstSeen !== undefined && (
        <div class="earlier">
          <p>
            <strong>{words.seenBefore}</strong> <Where seen={firstSeen} />{" "}
            <Take index={index} field="firstSeenAt" value={firstSeen.at} name={names.firstSeenAt} />
          </p>
          {small !== undefined && firstSeen.sha256 !== file.sha256 && (
            <img src={small} alt={names.earlierSmall} />
          )}
        </div>
      )}
      {looks.length > 0 && (
        <>
          <p>{words.alike}</p>
          <ul>
            {looks.map((one) => (
              <li>
                <Where seen={one} />
                {one.thumbnail !== undefined && <img src={one.thumbnail} alt={words.alikeSmall} />}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function Where({seen}: {seen: Appearance}) {
  const names = useWords(records).pictures;
  const {moment} = useFormat();
  return (
    <>
      {moment(seen.at)}, {(names.ground as Record<string, string>)[seen.ground] ?? seen.ground}
      {seen.place !== undefined && (
        <>
          , <Said text={seen.place} most={80} />
        </>
      )}
      {seen.url !== undefined && (
        <>
          {" "}
          <Link to={seen.url}>
            <bdi>{seen.url.slice(0, 80)}</bdi>
          </Link>
        </>
      )}
      {seen.incident !== undefined && (
        <>
          {" "}
          <a href={address(["incidents", seen.incident])}>{names.incident(seen.incident)}</a>
        </>
      )}
    </>
  );
}
