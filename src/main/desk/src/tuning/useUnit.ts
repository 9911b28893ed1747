import {useFormat} from "../words/format";
import {units} from "../words/tuning";
import {useWords} from "../words/words";

/**
 * What a number counts: of one, or of many as where no number stands before it. The service names units as rule files
 * do, and in its answers about rules in the language asked for; one that is not known stands as it is.
 */
export function useUnit(): (unit: string, value?: number) => string {
  const names: Record<string, {one: string; many: string}> = useWords(units);
  const {one} = useFormat();
  return (unit, value) => {
    const name = names[unit] ?? Object.values(names).find(({many}) => many === unit);
    return name === undefined ? unit : value !== undefined && one(value) ? name.one : name.many;
  };
}
