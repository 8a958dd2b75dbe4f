"""Import this before Rasa: telemetry off, and TensorFlow's and Rasa's chatter out of the way."""

import logging
import os
import warnings

os.environ["RASA_TELEMETRY_ENABLED"] = "false"
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
os.environ.setdefault("SQLALCHEMY_SILENCE_UBER_WARNING", "1")


def quiet(level: int = logging.ERROR) -> None:
    """Let only what is at least `level` through, from Rasa and from the libraries under it."""
    import structlog

    warnings.showwarning = _unseen  # filters would not do: TensorFlow's imports bring their own
    logging.basicConfig(format="%(levelname)s %(name)s: %(message)s", level=level)
    logging.getLogger().setLevel(level)
    for name in ("rasa", "sanic", "apscheduler", "matplotlib"):
        logging.getLogger(name).setLevel(level)
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            structlog.stdlib.add_log_level,
            structlog.stdlib.render_to_log_kwargs,
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.make_filtering_bound_logger(level),
    )


def _unseen(*warning: object, **more: object) -> None:
    """Warnings of the libraries are for their authors."""
