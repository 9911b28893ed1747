/** A case of a rule: a dossier in short, and what the rule has to say of it. */
export interface SampleCase {
  name: string;
  expect: string;
  /** The rest of it, as the rules folder has it. */
  text: string;
}

/** Where the rules folder has the cases of a rule. */
export function casesPath(rule: string): string {
  return `${rule.replace(".", "/")}.cases.yaml`;
}

/**
 * The cases of a file: of its YAML only the list's items are told apart, and of each its name and what is expected.
 * Within, it is shown as it is written.
 */
export function readCases(yaml: string): SampleCase[] {
  const [, ...items] = yaml.split(/^ {2}- (?=name:)/m);
  return items.map((item) => {
    const lines = item.replace(/^ {4}/gm, "").trimEnd().split("\n");
    const field = (name: string) =>
      lines
        .find((line) => line.startsWith(`${name}: `))
        ?.slice(name.length + 2)
        .replace(/^"(.*)"$/, "$1");
    return {
      name: field("name") ?? "",
      expect: field("expect") ?? "",
      text: lines.filter((line) => !/^(name|expect): /.test(line)).join("\n"),
    };
  });
}
