-- wrk script: asks the queries in the file named by $QUERIES (one per line, percent-encoded) in turn.
-- $FRESH=1 adds a comment that is never the same twice, so that no answer is known already.
local queries = {}
for line in io.lines(os.getenv("QUERIES")) do queries[#queries + 1] = line end
local fresh = os.getenv("FRESH") == "1"
local path = os.getenv("ENDPOINT_PATH")
local accept = os.getenv("ACCEPT")
local number, salt = 0, 0
local threads = 0

function setup(thread)
  threads = threads + 1
  thread:set("salt", threads)
end

function request()
  number = number + 1
  local query = queries[(number + salt * 7) % #queries + 1]
  if fresh then query = query .. "%0A%23" .. os.time() .. salt .. "." .. number end
  return wrk.format("GET", path .. "?query=" .. query, { Accept = accept })
end

local bad = 0
function response(status)
  if status ~= 200 then
    bad = bad + 1
    if bad == 1 then io.stderr:write("status " .. status .. "\n") end
  end
end

function done(summary, latency)
  io.write(string.format("RESULT %d %d %d %.0f %.0f %.0f\n", summary.requests, summary.duration,
    summary.errors.status + summary.errors.connect + summary.errors.timeout + summary.errors.read,
    latency:percentile(50), latency:percentile(99), latency.max))
end
