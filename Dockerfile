# syntax=docker/dockerfile:1
# docker build -t broadsheet . ; docker run --rm -v "$PWD:/news" broadsheet run

FROM swift:6.3-bookworm AS build
RUN apt-get update -qq \
    && apt-get install -y -qq --no-install-recommends libxml2-dev libsqlite3-dev libpsl-dev libstemmer-dev zlib1g-dev \
        pkg-config make \
    && rm -rf /var/lib/apt/lists/*
WORKDIR /source
COPY . .
ARG BROADSHEET_COMMIT=""
ARG BROADSHEET_COMMIT_DATE=""
RUN make program BROADSHEET_COMMIT="$BROADSHEET_COMMIT" BROADSHEET_COMMIT_DATE="$BROADSHEET_COMMIT_DATE" \
    && strip -o /broadsheet .build/release/broadsheet

FROM debian:12-slim
RUN apt-get update -qq \
    && apt-get install -y -qq --no-install-recommends ca-certificates tzdata libxml2 libsqlite3-0 libpsl5 zlib1g libstdc++6 \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --uid 1000 --create-home broadsheet
COPY --from=build /broadsheet /usr/local/bin/broadsheet
COPY docker/nightly.sh /usr/local/bin/broadsheet-nightly
USER broadsheet
WORKDIR /news
VOLUME /news
ENTRYPOINT ["broadsheet-nightly"]
CMD ["nightly", "04:47"]
# What the last run said, which is no longer ago than a night and two hours: a container that makes no editions is not
# healthy.
HEALTHCHECK --interval=15m --timeout=10s --start-period=10m CMD ["broadsheet", "health", "--max-age", "26h"]
