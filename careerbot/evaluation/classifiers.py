"""What is measured: the assistant's own pipeline, and the baselines beside it, all trained on the same examples."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from careerbot.conversation.assistant import Assistant
from careerbot.conversation.training import content_hash, ensure_trained
from careerbot.evaluation.measures import Understood
from careerbot.paths import PROJECT, STATE

_DIET = """
recipe: default.v1
language: en
pipeline: # what `rasa init` writes
  - name: WhitespaceTokenizer
  - name: RegexFeaturizer
  - name: LexicalSyntacticFeaturizer
  - name: CountVectorsFeaturizer
  - name: CountVectorsFeaturizer
    analyzer: char_wb
    min_ngram: 1
    max_ngram: 4
  - name: DIETClassifier
    epochs: 100
    constrain_similarities: true
    random_seed: 42
  - name: EntitySynonymMapper
  - name: ResponseSelector
    epochs: 100
    constrain_similarities: true
  - name: FallbackClassifier
    threshold: 0.3
    ambiguity_threshold: 0.1
"""


async def careerbot(texts: Sequence[str]) -> list[Understood]:
    """The assistant as it is served."""
    return await _parsed(ensure_trained(lambda step: None), texts)


def svm(texts: Sequence[str]) -> list[Understood]:
    """Word n-grams weighted by tf-idf, and a linear support vector machine."""
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.pipeline import make_pipeline
    from sklearn.svm import LinearSVC

    examples, intents = _training_examples()
    machine = make_pipeline(TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True), LinearSVC(random_state=42))
    margins = machine.fit(examples, intents).decision_function(list(texts))
    likely = np.exp(margins) / np.exp(margins).sum(axis=1, keepdims=True)
    best = likely.argmax(axis=1)
    return [Understood(str(machine.classes_[at]), float(row[at])) for at, row in zip(best, likely, strict=True)]


async def diet(texts: Sequence[str]) -> list[Understood]:
    """Rasa's default pipeline; its model is kept until the training data changes, as it takes minutes to train."""
    from rasa.model_training import train_nlu

    folder = STATE / "baselines"
    model = folder / f"diet-{hashlib.sha256(f'{_DIET}{content_hash()}'.encode()).hexdigest()[:16]}.tar.gz"
    if not model.exists():
        folder.mkdir(parents=True, exist_ok=True)
        config = folder / "diet.yml"
        config.write_text(_DIET, encoding="utf-8")
        data, domain = str(PROJECT / "data" / "nlu"), str(PROJECT / "domain.yml")
        await train_nlu(
            str(config), data, str(folder), fixed_model_name=model.name.removesuffix(".tar.gz"), domain=domain
        )
    return await _parsed(model, texts)


async def _parsed(model: Path, texts: Sequence[str]) -> list[Understood]:
    assistant = Assistant.load(model)
    return [understood(await assistant.parse(text)) for text in texts]


def understood(parsed: dict[str, Any]) -> Understood:
    """What a message was taken for, from what Rasa made of it."""
    intent = parsed["intent"]
    return Understood(  # the classifier's strings and floats are NumPy's, which are none to JSON
        intent=str(intent.get("name") or "nlu_fallback"),
        confidence=float(intent.get("confidence") or 0.0),
        also=tuple(str(each["intent"]) for each in parsed.get("questions") or ()),
        mentions=tuple(
            parsed["text"][each["start"] : each["end"]]
            for each in parsed.get("entities") or ()
            if each["entity"] == "career"
        ),
    )


def _training_examples() -> tuple[list[str], list[str]]:
    from rasa.shared.nlu.training_data.loading import load_data

    examples = load_data(str(PROJECT / "data" / "nlu")).intent_examples
    return [each.get("text") for each in examples], [each.get("intent") for each in examples]
