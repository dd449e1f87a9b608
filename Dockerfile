# syntax=docker/dockerfile:1

# One Dockerfile for every image. Target `service` with APP=identity, projects, leads, notifications, portal-gateway,
# provision or admin; target `edge` with APP=dashboard. VERSION is what labels and backups say.
#   docker build --build-arg APP=identity --target service -t porchlight/identity:0.1.0 .

FROM node:24.21.0-bookworm-slim AS packages
WORKDIR /source
COPY package.json package-lock.json .npmrc ./
RUN --mount=type=cache,target=/root/.npm npm ci

FROM packages AS build
ARG APP
COPY . .
ENV NX_DAEMON=false NX_TUI=false
# The gateway brings the portal's pages with it.
RUN node_modules/.bin/nx run-many -t build -p "$APP$(test "$APP" != portal-gateway || echo ,portal)" \
  && node --no-warnings tools/build/runtime.ts "$APP" /image \
  && npm sbom --sbom-format=cyclonedx --omit=dev > /image/sbom.json \
  && cp LICENSE /image/ \
  && mkdir -p /files/private /files/public

# No shell, no package manager: Node, and what runtime.ts laid out.
FROM gcr.io/distroless/nodejs24-debian12:nonroot AS service
ARG APP
ARG VERSION=0.1.0
LABEL org.opencontainers.image.title="porchlight/$APP" \
  org.opencontainers.image.description="Leads, projects, and a live, read-only portal for each homeowner" \
  org.opencontainers.image.version="$VERSION" \
  org.opencontainers.image.licenses="MIT"
ENV NODE_ENV=production \
  HOST=0.0.0.0 \
  PORT=3000 \
  METRICS_PORT=9000 \
  PORCHLIGHT_VERSION=$VERSION \
  PORTAL_APP_DIR=/porchlight/portal \
  FILES_DIR=/files/private \
  PUBLIC_FILES_DIR=/files/public
WORKDIR /porchlight
COPY --from=build /image ./
# New volumes take their owner from here.
COPY --from=build --chown=65532:65532 /files /files
USER 65532:65532
EXPOSE 3000 9000
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s --start-interval=2s --retries=3 \
  CMD ["/nodejs/bin/node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/readyz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["/nodejs/bin/node", "--enable-source-maps", "--no-warnings", "app/main.js"]

# Caddy with the dashboard's pages: TLS and routes on one machine, pages alone in Kubernetes.
FROM caddy:2.10.2-alpine AS edge
ARG VERSION=0.1.0
LABEL org.opencontainers.image.title="porchlight/dashboard" \
  org.opencontainers.image.description="The dashboard's pages, and the one origin in front of all services" \
  org.opencontainers.image.version="$VERSION" \
  org.opencontainers.image.licenses="MIT"
# A copy carries no file capability: with one, the program does not start where all capabilities are dropped.
RUN cp /usr/bin/caddy /usr/local/bin/caddy && rm /usr/bin/caddy && mkdir /caddy && chown 65532:65532 /caddy
ENV XDG_DATA_HOME=/caddy/data \
  XDG_CONFIG_HOME=/caddy/config
COPY deploy/caddy/Caddyfile /etc/caddy/Caddyfile
COPY --from=build /image/dashboard /srv/dashboard
COPY --from=build /image/sbom.json /image/LICENSE /srv/
USER 65532:65532
EXPOSE 8080 8443
HEALTHCHECK --interval=10s --timeout=3s --start-period=10s \
  CMD ["/usr/bin/wget", "-q", "-O", "/dev/null", "http://127.0.0.1:8081/"]
ENTRYPOINT ["/usr/local/bin/caddy", "run", "--config", "/etc/caddy/Caddyfile", "--adapter", "caddyfile"]
