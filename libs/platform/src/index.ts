export { CapabilityTokens, tokenKeysSchema } from './capability-token';
export { accessTokenAudience, accessTokenIssuer, accessTokenType } from './auth/caller';
export { Caller, OptionalCaller, Public } from './auth/decorators';
export { EndedSessions } from './auth/ended-sessions';
export {
  CONFIG,
  ConfigError,
  migrationConfigSchema,
  platformConfigSchema,
  readConfig,
  type PlatformConfig,
} from './boot/config';
export { hardStopMs } from './boot/hard-stop';
export { PlatformModule } from './boot/platform.module';
export { serve } from './boot/serve';
export { SERVICE } from './boot/service';
export { withTheNext } from './data/connection';
export { type FieldChange, fieldChanges } from './data/field-changes';
export { oneAtATime } from './data/one-at-a-time';
export { sql } from './data/sql';
export { tenantPolicy } from './data/tenant-policy';
export { todayIn } from './data/today-in';
export { Transactions, type Scope } from './data/transactions';
export { type FileStore, LocalFolder } from './files/file-store';
export { HintModule } from './hint/hint.module';
export { HintStreams } from './hint/hint-streams';
export { Hints } from './hint/hints';
export { afterCursor, cursorOf, pageOfRows } from './http/cursor';
export { Describe } from './http/describe';
export { IfMatch } from './http/if-match';
export { NewId } from './http/new-id';
export { describeApi } from './http/openapi';
export { problemBody, asProblem } from './http/problem.filter';
export { ProblemError, problems } from './http/problem';
export { acceptRawBodies, Bytes, RawBody, type RawBodyRule } from './http/raw-body';
export { routesOf, type Route } from './http/routes';
export { IdPipe, valid } from './http/valid';
export { ClientAddress } from './limit/client-address';
export { clientNetwork } from './limit/client-network';
export { type Bound, type Bucket, type GiveBack, RateLimits } from './limit/rate-limits';
export { correlated, correlationId } from './observe/correlation';
export { Log } from './observe/log';
export { Readiness } from './observe/readiness';
export { Scrapes } from './observe/scrapes';
export { serveMetrics } from './observe/serve-metrics';
export { Rounds } from './rounds';
export { inTraceOf, spanned, type SpanWish, traceId, traceparent } from './telemetry/spans';
