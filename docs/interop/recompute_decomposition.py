#!/usr/bin/env python3
"""Recomputes every term of Eq. 4 of one trial in NumPy, from the points and iterates that the server hands out.

  recompute_decomposition.py ADDRESS EXPERIMENT TRIAL

Needs NumPy alone, a decomposition of an mlp (ReLU or tanh) on the digits whose iterates are kept
("window": {"keepIterates": true}), and this repository for the digits themselves. Shares no code with Shiftscope: the
gradient is backpropagation written out here, a Hessian-vector product its complex step, Im g(θ + ihv) / h with h = 1e-30,
which has no rounding of differences. The terms are taken one by one as Eq. 4 writes them, each iterate's product anew. Ends with 1 where a term differs by more than 1e-5 of the largest.
"""

import argparse
import gzip
import io
import json
import pathlib
import sys
import urllib.request

import numpy

DATA = pathlib.Path(__file__).resolve().parents[2] / "compute/src/main/resources/org/shiftscope/compute/data"
TOLERANCE = 1e-5
STEP = 1e-30


def digits_to_test_on(count):
    """The digits in Shiftscope's order: the first 1,347 train, those after them test."""
    rows = numpy.loadtxt(gzip.open(DATA / "digits.csv.gz", "rt"), delimiter=",")
    rows = rows[numpy.loadtxt(gzip.open(DATA / "digits-order.txt.gz", "rt"), dtype=int)]
    test = rows[1347:1347 + count]
    return test[:, :64] / 16, test[:, 64].astype(int)


def get(address):
    with urllib.request.urlopen(address) as answer:
        return answer.read()


class Mlp:
    """The test loss of an mlp as a function of one flat vector: each layer's weight [out, in], then its bias."""

    def __init__(self, spec, arrays, x, classes, weight_decay):
        names = sorted((name for name in arrays if name.endswith("weight")), key=lambda name: int(name.split(".")[1]))
        self.layers = [name[:-len("weight")] for name in names]
        self.shapes = [arrays[name].shape for name in names]
        self.activation, self.x, self.weight_decay = spec.get("activation", "relu"), x, weight_decay
        self.one_hot = numpy.eye(10)[classes]

    def flat(self, arrays):
        return numpy.concatenate([arrays[layer + part].ravel() for layer in self.layers for part in ("weight", "bias")])

    def flat_each(self, arrays):
        count = arrays[self.layers[0] + "bias"].shape[0]
        return numpy.array([self.flat({name: arrays[name][i] for name in arrays}) for i in range(count)])

    def split(self, theta):
        at = 0
        for out, inputs in self.shapes:
            weight = theta[at:at + out * inputs].reshape(out, inputs)
            at += out * inputs
            yield weight, theta[at:at + out]
            at += out

    def act(self, z):
        return numpy.tanh(z) if self.activation == "tanh" else numpy.where(z.real > 0, z, 0)

    def slope(self, z, h):
        return 1 - h * h if self.activation == "tanh" else (z.real > 0).astype(float)

    def value_and_gradient(self, theta):
        """Works for complex θ near the real axis: all its steps are analytic there."""
        layers = list(self.split(theta))
        inputs, before = [self.x], []
        for i, (weight, bias) in enumerate(layers):
            z = inputs[-1] @ weight.T + bias
            before.append(z)
            inputs.append(z if i == len(layers) - 1 else self.act(z))
        logits = inputs[-1] - inputs[-1].real.max(axis=1, keepdims=True)
        exponentials = numpy.exp(logits)
        total = exponentials.sum(axis=1, keepdims=True)
        count = len(self.x)
        value = (numpy.log(total).sum() - (logits * self.one_hot).sum()) / count + self.weight_decay / 2 * (theta * theta).sum()
        back = (exponentials / total - self.one_hot) / count
        parts = []
        for i in reversed(range(len(layers))):
            parts = [(back.T @ inputs[i]).ravel(), back.sum(axis=0)] + parts
            if i > 0:
                back = (back @ layers[i][0]) * self.slope(before[i - 1], inputs[i])
        return value, numpy.concatenate(parts) + self.weight_decay * theta

    def value(self, theta):
        return self.value_and_gradient(theta)[0]

    def hessian_times(self, theta, v):
        return self.value_and_gradient(theta + 1j * STEP * v)[1].imag / STEP


def decompose(loss, test, train, iterates):
    n = len(iterates)
    value, g = loss.value_and_gradient(test)
    mean = iterates.mean(axis=0)
    s, b = train - test, mean - train
    hs, hb = loss.hessian_times(test, s), loss.hessian_times(test, b)
    spread = sum(delta @ loss.hessian_times(test, delta) for delta in iterates - mean)
    losses = numpy.array([loss.value(theta) for theta in iterates])
    terms = {
        "testLoss": value, "shiftSlope": g @ s, "biasSlope": g @ b, "shiftCurvature": s @ hs / 2, "crossTerm": b @ hs,
        "biasCurvature": b @ hb / 2, "covarianceCurvature": spread / (2 * (n - 1)),
    }
    terms["sum"] = sum(terms.values())
    terms["measuredMean"] = losses.mean()
    terms["residual"] = losses.mean() - (terms["sum"] - terms["covarianceCurvature"] + spread / (2 * n))
    return terms, losses, loss.value(mean)


def main():
    ask = argparse.ArgumentParser()
    ask.add_argument("address")
    ask.add_argument("experiment")
    ask.add_argument("trial", type=int)
    asked = ask.parse_args()
    experiment = f"{asked.address}/api/experiments/{asked.experiment}"
    spec = json.loads(get(experiment))["spec"]
    result = json.loads(get(experiment + "/results"))["trials"][asked.trial]
    stored = result["decomposition"]

    def parameters(point):
        arrays = numpy.load(io.BytesIO(get(f"{experiment}/trials/{asked.trial}/parameters/{point}")))
        return {name: arrays[name] for name in arrays.files}

    at_test, at_train, along = parameters("test-point"), parameters("train-point"), parameters("iterates")
    loss = Mlp(spec["network"], at_test, *digits_to_test_on(spec["dataset"]["testSamples"]), spec["sgd"]["lambda"])
    test, train, iterates = loss.flat(at_test), loss.flat(at_train), loss.flat_each(along)
    print(f"mlp, {len(test)} parameters, {len(iterates)} iterates, NumPy {numpy.__version__}")
    terms, losses, at_mean = decompose(loss, test, train, iterates)

    scale = max(abs(value) for value in terms.values())
    worst = 0
    for name, again in terms.items():
        told = stored[name]["value"]
        worst = max(worst, abs(again - told) / scale)
        print(f"  {name:20} Shiftscope {told: .12f}, NumPy {again: .12f}")
    worst = max(worst, numpy.abs(losses - stored["testLosses"]).max() / scale, abs(at_mean - stored["lossAtMean"]) / scale)
    print(f"  losses at the {len(losses)} iterates: largest difference {numpy.abs(losses - stored['testLosses']).max():.1e}")
    print(f"  largest difference of all: {worst:.1e} of the largest term")
    print("agree" if worst <= TOLERANCE else f"DIFFER by more than {TOLERANCE}")
    return 0 if worst <= TOLERANCE else 1


if __name__ == "__main__":
    sys.exit(main())
