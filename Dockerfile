# orgkit serve, for one process or several: docs/deployment.md.
#   docker build -t orgkit .
#   docker run --read-only -p 3000:3000 --env-file .env orgkit

FROM node:22-bookworm-slim AS build
WORKDIR /build
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY . .
# Only what the server needs: no elements, no bundle. Then the packages of production alone.
RUN npx tsc -p tsconfig.build.json && npm prune --omit=dev --ignore-scripts --no-audit --no-fund

FROM node:22-bookworm-slim
# Nothing is installed while it runs.
RUN rm -rf /usr/local/lib/node_modules /usr/local/bin/npm /usr/local/bin/npx /usr/local/bin/corepack /opt/yarn* /usr/local/bin/yarn*
WORKDIR /app
COPY --from=build --chown=root:root /build/package.json ./
COPY --from=build --chown=root:root /build/node_modules ./node_modules
COPY --from=build --chown=root:root /build/dist ./dist
# The files are root's, and the process is not root: it can't change itself, with or without --read-only.
USER node
ENV NODE_ENV=production ORGKIT_LISTEN_HOST=0.0.0.0 ORGKIT_LISTEN_PORT=3000
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=3s --start-period=10s CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.ORGKIT_LISTEN_PORT}/health`).then((r)=>process.exit(r.ok?0:1),()=>process.exit(1))"]
CMD ["node", "dist/cli/orgkit.js", "serve"]
