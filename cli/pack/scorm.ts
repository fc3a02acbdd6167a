import { strToU8, zipSync } from "fflate";
import { say } from "../../engine/index.ts";
import { escape } from "../../report/writers/html/escape.ts";
import type { HomeTask } from "./task.ts";

/** The two editions learning platforms read: what their manifests are written in. */
const EDITIONS = {
  scorm12: {
    version: "1.2",
    resource: 'adlcp:scormtype="sco"',
    namespaces: `xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2"
  xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2"`,
    /** The score from which a task has been passed [0-100]. */
    passing: "<adlcp:masteryscore>50</adlcp:masteryscore>",
  },
  scorm2004: {
    version: "2004 4th Edition",
    resource: 'adlcp:scormType="sco"',
    namespaces: `xmlns="http://www.imsglobal.org/xsd/imscp_v1p1"
  xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_v1p3" xmlns:imsss="http://www.imsglobal.org/xsd/imsss"`,
    passing: `<imsss:sequencing><imsss:objectives><imsss:primaryObjective objectiveID="score" satisfiedByMeasure="true">
          <imsss:minNormalizedMeasure>0.5</imsss:minNormalizedMeasure>
        </imsss:primaryObjective></imsss:objectives></imsss:sequencing>`,
  },
} as const;

type Edition = keyof typeof EDITIONS;
export const isEdition = (x: string): x is Edition => Object.hasOwn(EDITIONS, x);

const manifest = ({ id, title }: HomeTask, edition: Edition): string => {
  const { version, resource, namespaces, passing } = EDITIONS[edition];
  const name = escape(`${say(title, "zh")} / ${say(title, "en")}`);
  return `<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="pricewar-${id}" version="1" ${namespaces}>
  <metadata><schema>ADL SCORM</schema><schemaversion>${version}</schemaversion></metadata>
  <organizations default="org">
    <organization identifier="org">
      <title>${name}</title>
      <item identifier="item" identifierref="page">
        <title>${name}</title>
        ${passing}
      </item>
    </organization>
  </organizations>
  <resources>
    <resource identifier="page" type="webcontent" ${resource} href="index.html"><file href="index.html" /></resource>
  </resources>
</manifest>
`;
};

/** The day all entries are dated: the same task packs to the same bytes. */
const DAY = new Date(2000, 0, 1);

/** A page as a package that learning platforms take. */
export const scormOf = (task: HomeTask, page: string, edition: Edition): Uint8Array =>
  zipSync(
    { "imsmanifest.xml": strToU8(manifest(task, edition)), "index.html": strToU8(page) },
    { level: 6, mtime: DAY },
  );
