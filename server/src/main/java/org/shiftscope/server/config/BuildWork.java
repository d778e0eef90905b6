package org.shiftscope.server.config;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.shiftscope.compute.device.DeviceSetting;
import org.shiftscope.compute.kind.TrialLimits;
import org.shiftscope.compute.stage.OnOtherKernels;

/**
 * Turns what is written of how trials are run into its record, and reports what breaks its law.
 *
 * @param settings as they were given
 */
record BuildWork(ReadSettings settings) {

  /** Empty where a problem was reported. */
  Optional<WorkConfig> build() {
    int before = settings.problems().size();
    Optional<Integer> slots = settings.wholeNumber(Setting.SLOTS, 0, 1_024);
    Optional<DeviceSetting> device = device();
    Optional<OnOtherKernels> resume =
        settings.named(
            Setting.RESUME_ON_OTHER_KERNELS, OnOtherKernels.values(), "must be anew or go-on");
    Optional<Integer> hours = settings.wholeNumber(Setting.TRIAL_TIME_LIMIT, 0, 10_000);
    Optional<Integer> megabytes = settings.wholeNumber(Setting.TRIAL_MEMORY_LIMIT, 0, 100_000_000);
    if (settings.problems().size() > before) {
      return Optional.empty();
    }
    return Optional.of(
        new WorkConfig(
            slots.orElseThrow(),
            device.orElseThrow(),
            resume.orElseThrow(),
            new TrialLimits(
                hours.filter(given -> given > 0).map(Duration::ofHours),
                megabytes.filter(given -> given > 0).map(given -> given * 1_000_000L))));
  }

  private Optional<DeviceSetting> device() {
    String name = settings.written(Setting.DEVICE);
    Optional<DeviceSetting> named =
        Stream.of(DeviceSetting.values())
            .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(name))
            .findFirst();
    return named.isPresent() ? named : settings.refuse(Setting.DEVICE, "must be auto, cpu or gpu");
  }
}
