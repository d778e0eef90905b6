# Two commands do all the set-up: `make demo` runs the main job, `make test` passes the tests.
.PHONY: demo run test build torture clean format

build:
	./mvnw -q -DskipTests -Dspotless.check.skip package

# Serves on http://localhost:8080 until Ctrl-C, runs the quick-start sweep and prints where its result is.
demo: build
	server/target/shiftscope/bin/shiftscope demo

run: build
	server/target/shiftscope/bin/shiftscope serve

# Format check, static analysis, architecture rules and all tests, in a real browser too.
test:
	SHIFTSCOPE_CHROMIUM=$$(sh .mvn/find-chromium.sh) && export SHIFTSCOPE_CHROMIUM && ./mvnw verify

# Kills the server again and again in the middle of its work; minutes.
torture: build
	./mvnw -q verify -Dtorture

format:
	./mvnw -q spotless:apply

clean:
	./mvnw -q clean
