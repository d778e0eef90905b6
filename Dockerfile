# docker build -t shiftscope . && docker run -p 8080:8080 -v shiftscope:/data shiftscope
# Its log has the link by which the first administrator is made: docs/self-hosting.md.

# Builds with the command of the Makefile, which installs what else it needs.
FROM maven:3.9-eclipse-temurin-25 AS build
RUN apt-get update && apt-get install -y --no-install-recommends make npm && rm -rf /var/lib/apt/lists/*
WORKDIR /shiftscope
COPY . .
RUN make build

FROM eclipse-temurin:25-jre
# fontconfig: Java asks it for fonts before it paints a figure as PNG.
RUN apt-get update && apt-get install -y --no-install-recommends curl fontconfig libgomp1 && rm -rf /var/lib/apt/lists/* \
    && useradd --create-home --uid 10001 shiftscope \
    && mkdir /data && chown shiftscope /data
COPY --from=build /shiftscope/server/target/shiftscope /opt/shiftscope
# By number, so that Kubernetes sees that it is not root (runAsNonRoot). Any other user will do who may write /data.
USER 10001
# Inside the container every address is listened on; what reaches it is for `docker run -p` to say.
ENV SHIFTSCOPE_HOST=0.0.0.0 SHIFTSCOPE_PORT=8080 SHIFTSCOPE_DATA=/data
VOLUME /data
EXPOSE 8080
# The server notes where it answers, however its port, its path and https were set. Kubernetes has probes of its own: docs/observing.md.
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s \
    CMD read -r here < "$SHIFTSCOPE_DATA/serving-$(cat /proc/sys/kernel/hostname)" && curl --fail --silent --show-error --insecure "$here/api/health/live" || exit 1
ENTRYPOINT ["/opt/shiftscope/bin/shiftscope"]
CMD ["serve"]
