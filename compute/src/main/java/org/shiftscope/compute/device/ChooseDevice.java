package org.shiftscope.compute.device;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Chooses what to compute on. ND4J computes on one kind of device in a process, and on all cards
 * that CUDA shows it or on none: so a card that it has no code for must be hidden from it.
 */
public final class ChooseDevice {

  private final DeviceSetting setting;

  private ChooseDevice(DeviceSetting setting) {
    this.setting = setting;
  }

  /**
   * What a machine has to compute on: all that the choice of a device depends on.
   *
   * @param cudaBinaries whether ND4J's CUDA binaries are on the class path
   * @param driver what nvidia-smi answered to {@link Card#QUERY}, a line for each card; empty where
   *     it is not there or failed
   * @param visible CUDA_VISIBLE_DEVICES where it is set: the numbers of the cards that CUDA shows
   */
  public record Machine(boolean cudaBinaries, Optional<String> driver, Optional<String> visible) {}

  /** Chooses; depends on nothing but what is given. */
  public static DeviceChoice from(DeviceSetting setting, Machine machine) {
    return new ChooseDevice(setting).choose(machine);
  }

  private DeviceChoice choose(Machine machine) {
    if (setting == DeviceSetting.CPU) {
      return new DeviceChoice.OnCpu("The CPU: the setting device says so.");
    }
    if (!machine.cudaBinaries()) {
      return without("this build has no CUDA binaries (make cuda builds one that has)");
    }
    if (machine.driver().isEmpty()) {
      return without("no NVIDIA driver answers (nvidia-smi is not there or failed)");
    }
    List<Card> cards = machine.driver().get().lines().flatMap(l -> Card.read(l).stream()).toList();
    if (cards.isEmpty()) {
      return without("NVIDIA's driver shows no card");
    }
    return machine.visible().map(visible -> among(visible, cards)).orElseGet(() -> among(cards));
  }

  /** CUDA takes numbers up to the first that is none of a card's. */
  private DeviceChoice among(String visible, List<Card> cards) {
    List<Card> shown = new ArrayList<>();
    for (String number : visible.split(",", -1)) {
      Optional<Card> card =
          cards.stream()
              .filter(one -> Integer.toString(one.number()).equals(number.strip()))
              .findFirst();
      if (card.isEmpty()) {
        break;
      }
      shown.add(card.get());
    }
    return shown.isEmpty()
        ? without("CUDA_VISIBLE_DEVICES is \"" + visible + "\", which names no card by its number")
        : among(shown);
  }

  private DeviceChoice among(List<Card> cards) {
    List<Card> usable = cards.stream().filter(card -> card.capability().runsNd4j()).toList();
    if (usable.size() == cards.size()) {
      return new DeviceChoice.OnGpus(cards, sentence(cards));
    }
    Card other = cards.stream().filter(card -> !usable.contains(card)).findFirst().orElseThrow();
    String why =
        "%s has compute capability %s, and ND4J's CUDA binaries hold code for %s to %s only"
            .formatted(
                other.name(), other.capability(), Card.Capability.LOWEST, Card.Capability.HIGHEST);
    return without(usable.isEmpty() ? why : why + "; " + advice(usable));
  }

  private static String advice(List<Card> usable) {
    return "start with CUDA_VISIBLE_DEVICES="
        + usable.stream().map(card -> "" + card.number()).collect(Collectors.joining(","))
        + " to use the rest";
  }

  private static String sentence(List<Card> cards) {
    String described =
        cards.stream()
            .map(card -> card.name() + ", compute capability " + card.capability())
            .collect(Collectors.joining("; "));
    return cards.size() == 1
        ? "The GPU: " + described + "."
        : "%d GPUs: %s.".formatted(cards.size(), described);
  }

  private DeviceChoice without(String reason) {
    return setting == DeviceSetting.GPU
        ? new DeviceChoice.Refused(
            "The setting device is gpu, but there is none to use: " + reason + ".")
        : new DeviceChoice.OnCpu("The CPU: " + reason + ".");
  }
}
