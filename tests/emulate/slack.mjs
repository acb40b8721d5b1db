// Slack as npm's emulate@0.12.2 plays it, for `make check-emulate`: node slack.mjs SEED PORT EVENTS
// Three of its gaps are bridged here: it has no way to name an address for events, it sends no
// app_mention, and it reads arguments from POST bodies alone, while slack_sdk uses the query too.
import { createHmac } from "node:crypto";
import { readFileSync } from "node:fs";
import http from "node:http";
import { createEmulator, defineEmulator } from "emulate";

const [seed, port, events] = [
  JSON.parse(readFileSync(process.argv[2], "utf8")),
  Number(process.argv[3]),
  process.argv[4],
];
const { signing_secret: secret, oauth_apps: [app] } = seed.slack;

let webhooks;
const probe = await createEmulator({
  listen: false,
  service: defineEmulator({
    name: "probe",
    state: () => ({}),
    setup: (given) => { webhooks = Object.getPrototypeOf(given.webhooks); },
  }),
});
await probe.close();
const setHeaderFactory = webhooks.setHeaderFactory;
webhooks.setHeaderFactory = function (factory) {
  this.register({ url: `http://127.0.0.1:${port}/events`, events: ["*"], active: true, owner: "slack" });
  return setHeaderFactory.call(this, factory);
};
const inner = port + 1;
await createEmulator({
  service: "slack",
  port: inner,
  seed: seed,
  baseUrl: `http://127.0.0.1:${port}`,
});

function argumentsOf(url, type, body) {
  const told = Object.fromEntries(url.searchParams);
  if (!body) return told;
  if (type.includes("json")) return { ...told, ...JSON.parse(body) };
  return { ...told, ...Object.fromEntries(new URLSearchParams(body)) };
}

async function call(request, url, body) {
  const told = argumentsOf(url, request.headers["content-type"] ?? "", body);
  return fetch(`http://127.0.0.1:${inner}${url.pathname}`, {
    method: "POST",
    headers: {
      "Content-Type": "application/json",
      Authorization: request.headers.authorization ?? "",
    },
    body: JSON.stringify(told),
  });
}

async function tell(body) {
  const envelope = JSON.parse(body);
  const bot = app.bot_user_id;
  if (envelope.event?.text?.includes(`<@${bot}>`)) envelope.event.type = "app_mention";
  envelope.authorizations = [{ team_id: envelope.team_id, user_id: bot, is_bot: true }];
  const signed = JSON.stringify(envelope);
  const time = String(Math.floor(Date.now() / 1000));
  const digest = createHmac("sha256", secret).update(`v0:${time}:${signed}`).digest("hex");
  return fetch(events, {
    method: "POST",
    headers: {
      "Content-Type": "application/json",
      "X-Slack-Request-Timestamp": time,
      "X-Slack-Signature": `v0=${digest}`,
    },
    body: signed,
  });
}

http.createServer(async (request, response) => {
  const url = new URL(request.url, `http://127.0.0.1:${port}`);
  let body = "";
  for await (const chunk of request) body += chunk;
  const answer = await (url.pathname === "/events" ? tell(body) : call(request, url, body));
  response.writeHead(answer.status, {
    "Content-Type": answer.headers.get("content-type") ?? "text/plain",
  });
  response.end(await answer.text());
}).listen(port, "127.0.0.1", () => console.log("listens"));
