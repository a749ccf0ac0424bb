// Says of each call whether the Bot Framework's own library for JavaScript bots would let it in.
// node judge.mjs < question.json   { metadata, appId, now, calls: [{ authorization, channelId, serviceUrl }] }
// Prints one JSON list of true and false. Exit 0 when every call was judged.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const { ChannelValidation, SimpleCredentialProvider } = createRequire(import.meta.url)("botframework-connector");

const { metadata, appId, now, calls } = JSON.parse(readFileSync(0, "utf8"));
ChannelValidation.OpenIdMetadataEndpoint = metadata;
const credentials = new SimpleCredentialProvider(appId, "");

Date.now = () => now; // tokens are judged at the time they were made for
console.error = () => {}; // the library prints why it refuses, keys and all

async function lets({ authorization, channelId, serviceUrl }) {
  try {
    const identity = await ChannelValidation.authenticateChannelTokenWithServiceUrl(authorization, credentials, serviceUrl, channelId);
    return identity?.isAuthenticated === true;
  } catch {
    return false;
  }
}

const answers = [];
for (const call of calls) answers.push(await lets(call));
process.stdout.write(JSON.stringify(answers));
