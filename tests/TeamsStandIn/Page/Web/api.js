// What the page asks of the program that serves it. Every order is one the control API knows.

async function ask(method, path, body) {
  const response = await fetch(path, {
    method,
    headers: body === undefined ? {} : { "Content-Type": "application/json" },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const text = await response.text();
  const answer = text === "" ? null : JSON.parse(text);
  if (!response.ok) throw new Error(answer?.reason ?? `Not done: ${response.status}`);
  return answer;
}

const of = (person, order) => `/control/people/${encodeURIComponent(person)}/${order}`;

export const look = (since) => ask("GET", `/page/state?since=${encodeURIComponent(since)}`);

export const say = (person, text) => ask("POST", of(person, "say"), { text });

export const sayInChannel = (person, text, channel, thread) => ask("POST", of(person, "say"), { text, channel, thread });

export const press = (person, order) => ask("POST", of(person, "press"), order);

export const refresh = (person, message) => ask("POST", of(person, "refresh"), { message, byHand: true });

export const openExtension = (person, conversation) => ask("POST", of(person, "extension"), { command: "handoff", conversation });

export const submitDialog = (person, dialog, inputs, button) => ask("POST", of(person, "dialog"), { dialog, inputs, button });

export const orderFault = (fault) => ask("POST", "/control/faults", fault);

export const clearFault = (id) => ask("DELETE", `/control/faults/${id}`);

export const clearFaults = () => ask("DELETE", "/control/faults");

export const killBot = () => ask("POST", "/control/bot/kill");

export const startBot = () => ask("POST", "/control/bot/start");
