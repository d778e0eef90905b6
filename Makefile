# Two commands do all the set-up: `make demo` runs the main job, `make test` passes the tests.
.PHONY: demo run test build cuda torture load claims estimates bench bench-kernels clean format

shiftscope := server/target/shiftscope/bin/shiftscope

# Whatever goes into the build, folders too (a removed file changes its folder), but for what the build itself writes.
sources := $(shell find pom.xml mvnw .mvn */pom.xml */src clients/python -name test -prune \
  -o -path ui/src/main/bundles -prune -o -path ui/src/main/frontend/generated -prune \
  -o -path ui/src/main/frontend/index.html -o -print)

build: $(shiftscope)

# Nothing changed since the last build: nothing to do.
$(shiftscope): $(sources)
	./mvnw -q -DskipTests -Dspotless.check.skip package
	@touch $@

# A distribution that also runs on NVIDIA's cards: server/target/shiftscope-cuda. Fetches 2.4 GB.
cuda:
	./mvnw -q -Pcuda -DskipTests -Dspotless.check.skip package

# Serves on http://localhost:8080 until Ctrl-C, runs the quick-start sweep and prints where its result is.
demo: build
	@exec $(shiftscope) demo

run: build
	@exec $(shiftscope) serve

# Format check, static analysis, architecture rules and all tests, in a real browser too.
test:
	SHIFTSCOPE_CHROMIUM=$$(sh .mvn/find-chromium.sh) && SHIFTSCOPE_NGINX=$$(sh .mvn/find-nginx.sh) \
	  && SHIFTSCOPE_POSTGRES=$$(sh .mvn/find-postgres.sh) \
	  && export SHIFTSCOPE_CHROMIUM SHIFTSCOPE_NGINX SHIFTSCOPE_POSTGRES && ./mvnw verify

# Kills processes a thousand times at any moment, of every kind, on both databases, where `make test` kills some; an hour and
# more. Less of it: make torture TORTURE=-Dtorture.kills=100.
torture:
	SHIFTSCOPE_POSTGRES=$$(sh .mvn/find-postgres.sh) ./mvnw verify -Dtorture $(TORTURE) -Dtest=TortureTest,MigrationKillTest -Dsurefire.failIfNoSpecifiedTests=false \
	  -Dit.test=ClusterTortureIT,EndOfMemoryIT -Dfailsafe.failIfNoSpecifiedTests=false

# On a machine that does nothing else, half an hour: 5,000 experiments of 30 trials (made at the first time) are listed,
# searched, opened, backed up and restored; 64 readers of events and 20 browsers for ten minutes while trials run; starts, commits,
# workers. Less of it: make load LOAD='-Dload.minutes=1 -Dload.experiments=500'.
load:
	SHIFTSCOPE_CHROMIUM=$$(sh .mvn/find-chromium.sh) && SHIFTSCOPE_POSTGRES=$$(sh .mvn/find-postgres.sh) \
	  && export SHIFTSCOPE_CHROMIUM SHIFTSCOPE_POSTGRES \
	  && ./mvnw verify -Dload -Dtest.forks=1 $(LOAD) -Dtest=CommitsTest,ThroughputTest -Dsurefire.failIfNoSpecifiedTests=false \
	  -Dit.test=StartIT,LoadIT,BackupLoadIT,CrowdIT -Dfailsafe.failIfNoSpecifiedTests=false

# Planted trends and planted nulls of every claim, 200 simulated experiments each; minutes.
claims:
	./mvnw verify -pl compute -am -Dclaims -Dtest=PlantedClaimsTest -Dsurefire.failIfNoSpecifiedTests=false

# What stages of trials take beside what they are told to: on a machine that does nothing else.
estimates:
	./mvnw verify -pl compute -am -Destimates -Dtest=CostsOfStagesTest -Dsurefire.failIfNoSpecifiedTests=false

# Training steps and a sweep against libtorch, which Maven fetches; some minutes on an otherwise idle machine.
bench:
	./mvnw -q -Pbench -pl compute -DskipTests integration-test

# The kernels of a step alone, by JMH; three minutes.
bench-kernels:
	./mvnw -q -Pbench -pl compute -DskipTests -Dbench.main=org.shiftscope.compute.bench.Kernels integration-test

format:
	./mvnw -q spotless:apply

clean:
	./mvnw -q clean
