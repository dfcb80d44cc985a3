-- Sends the bodies of the file BODIES in turn, one a line; @KEY@ in one is a new UUID each time. Writes what
-- came of it to the file OUTCOME as JSON.
local bodies, threads, sent = {}, {}, 0
-- Read by done(), so not local.
wrong = 0

function setup(thread)
  table.insert(threads, thread)
end

local function key()
  return string.format("%08x-%04x-4%03x-8%03x-%04x%08x", math.random(0, 0xffffffff), math.random(0, 0xffff),
    math.random(0, 0xfff), math.random(0, 0xfff), math.random(0, 0xffff), sent)
end

function init()
  local clock = io.open("/proc/uptime", "r")
  math.randomseed(tonumber((clock:read("*l"):gsub("[^%d]", ""))) % 2147483647)
  clock:close()
  for line in io.lines(os.getenv("BODIES")) do
    table.insert(bodies, line)
  end
  sent = math.random(0, 100000)
  wrk.method = "POST"
  wrk.headers["Content-Type"] = "application/json"
  local token = os.getenv("TOKEN")
  if token then
    wrk.headers["Authorization"] = "Bearer " .. token
  end
end

function request()
  sent = sent + 1
  local body = bodies[sent % #bodies + 1]
  if body:find("@KEY@", 1, true) then
    body = body:gsub("@KEY@", key())
  end
  return wrk.format(nil, nil, nil, body)
end

function response(status, headers, body)
  if status ~= 200 or body:find('"errors":', 1, true) or body:find('"issue":null', 1, true) then
    wrong = wrong + 1
  end
end

function done(summary, latency, requests)
  local failed, errors = 0, summary.errors
  for _, thread in ipairs(threads) do
    failed = failed + thread:get("wrong")
  end
  local out = io.open(os.getenv("OUTCOME"), "w")
  out:write(string.format('{"requests": %d, "seconds": %f, "p50": %f, "p99": %f, "errors": %d}', summary.requests,
    summary.duration / 1e6, latency:percentile(50) / 1e3, latency:percentile(99) / 1e3,
    failed + errors.connect + errors.read + errors.write + errors.timeout))
  out:close()
end
