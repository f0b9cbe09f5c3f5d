/** Lua, run by Redis as one step. */

/**
 * KEYS: server, settling. ARGV: milliseconds. Returns how long no lock may be given yet.
 *
 * A Redis that was restarted, emptied or failed over to has forgotten locks that their holders still rely on. It is
 * known by its run id, which is another one then, or not there; no lock is given until all of them must have ended.
 */
const settling = `
local function settling(server, mark, milliseconds)
  local info = redis.pcall('INFO', 'server')
  local run = type(info) == 'string' and string.match(info, 'run_id:(%x+)') or 'unknown'
  if redis.call('GET', server) ~= run then
    redis.call('SET', server, run)
    redis.call('SET', mark, '1', 'PX', milliseconds)
  end
  return redis.call('PTTL', mark)
end`;

export const SETTLE = `${settling}
return settling(KEYS[1], KEYS[2], ARGV[1])`;

/** KEYS: lease, server, settling. ARGV: owner, milliseconds. Returns 0, or the milliseconds until it may be free. */
export const ACQUIRE = `${settling}
local wait = settling(KEYS[2], KEYS[3], ARGV[2])
if wait > 0 then return wait end
if redis.call('SET', KEYS[1], ARGV[1], 'NX', 'PX', ARGV[2]) then return 0 end
return math.max(1, redis.call('PTTL', KEYS[1]))`;

/** KEYS: lease. ARGV: owner, milliseconds. Returns 1 when it was the owner's. */
export const RENEW = `
if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
return redis.call('PEXPIRE', KEYS[1], ARGV[2])`;

/** KEYS: lease. ARGV: owner. */
export const RELEASE = `
if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
return redis.call('DEL', KEYS[1])`;

/**
 * KEYS: bucket. ARGV: limit, seconds, cost. Returns 0, or the seconds until there is room: the leaking bucket of
 * `MemoryRateLimiter`, by the clock of Redis, which is one for all processes.
 */
export const TAKE = `
local limit, seconds, cost = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3])
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local perMs = limit / seconds / 1000
local bucket = redis.call('HMGET', KEYS[1], 'used', 'at')
local used = math.max(0, (tonumber(bucket[1]) or 0) - math.max(0, now - (tonumber(bucket[2]) or now)) * perMs)
local over = used + cost - limit
if over > 1e-9 then return math.max(1, math.ceil(over / perMs / 1000)) end
used = used + cost
redis.call('HSET', KEYS[1], 'used', string.format('%.9f', used), 'at', string.format('%.0f', now))
redis.call('PEXPIRE', KEYS[1], math.ceil(used / perMs) + 1000)
return 0`;
