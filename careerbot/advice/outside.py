"""Replies to what lies outside careers: each says what it is no help with, who is, and what it can tell instead."""

from __future__ import annotations

from careerbot.advice.reply import Reply, suggestion
from careerbot.advice.small_talk import first_questions
from careerbot.knowledge import naming
from careerbot.knowledge.catalogue import Catalogue
from careerbot.knowledge.particulars import particulars

# "Sorry, I only speak English. Please ask in English, in simple words."
_ENGLISH_ONLY = {
    "ar": "عذرًا، أتحدث الإنجليزية فقط. من فضلك اسأل بالإنجليزية وبكلمات بسيطة.",
    "de": "Es tut mir leid, ich spreche nur Englisch. Bitte fragen Sie auf Englisch, in einfachen Worten.",
    "es": "Lo siento, solo hablo inglés. Pregunte en inglés, por favor, con palabras sencillas.",
    "fr": "Désolé, je ne parle qu'anglais. Posez votre question en anglais, avec des mots simples.",
    "hi": "माफ़ कीजिए, मैं केवल अंग्रेज़ी समझता हूँ। कृपया सरल अंग्रेज़ी में पूछें।",
    "ht": "Padon, mwen pale anglè sèlman. Tanpri poze kesyon ou an anglè, ak mo senp.",
    "it": "Mi dispiace, parlo solo inglese. Faccia la domanda in inglese, con parole semplici.",
    "ja": "申し訳ありませんが、英語しかわかりません。簡単な英語で質問してください。",
    "ko": "죄송합니다. 저는 영어만 할 수 있습니다. 쉬운 영어로 질문해 주세요.",
    "pl": "Przepraszam, mówię tylko po angielsku. Proszę zapytać po angielsku, prostymi słowami.",
    "pt": "Desculpe, só falo inglês. Pergunte em inglês, com palavras simples.",
    "ru": "Извините, я говорю только по-английски. Спросите, пожалуйста, по-английски, простыми словами.",
    "tl": "Pasensya na po, Ingles lang ang alam ko. Magtanong po kayo sa Ingles, sa simpleng salita.",
    "uk": "Вибачте, я говорю лише англійською. Запитайте, будь ласка, англійською, простими словами.",
    "vi": "Xin lỗi, tôi chỉ nói tiếng Anh. Vui lòng hỏi bằng tiếng Anh, với từ ngữ đơn giản.",
    "zh": "抱歉，我只会英语。请用简单的英语提问。",
}
_KINDS = {  # what may be asked of a career as well, such as visas, has its sentence in `knowledge/particulars.yml`
    "instructions": "I play no other part: I am a program with one job, and no language model, so there are no instructions to change.",
    "services": "I cannot find, call or book anybody for you.",
    "advice": "I give no legal, medical or money advice; please ask somebody who is trained for that.",
    "tasks": "I don't write, solve or translate things.",
}
_ANYTHING = "That is outside what I know."


def english_only(catalogue: Catalogue, language: str, career: str | None, focus: str | None) -> Reply:
    """When somebody writes in another language: said in theirs and in English. `career` is one that they name, `focus` the one that
    was talked about."""
    about = career or focus
    can = f" In English, I can tell you about {naming.many(catalogue.careers[about])}." if about else ""
    return Reply(f"{_ENGLISH_ONLY[language]} I only speak English.{can}", suggestions=first_questions(catalogue, about))


def language_of(said: Reply) -> str | None:
    """The language in which a reply said that this is none that is known; None where it was another reply."""
    return next((language for language, sorry in _ENGLISH_ONLY.items() if said.lead.startswith(sorry)), None)


def out_of_scope(catalogue: Catalogue, kind: str | None, career: str | None) -> Reply:
    """When something else than careers is asked; `kind` as `careerbot.understanding.outside` tells it."""
    lead = _no_help_with(kind or "")
    if career:
        many = naming.many(catalogue.careers[career])
        lead += (
            f" What I can tell you is what {many} do, what they earn, how to become one, and how the jobs will develop."
        )
        return Reply(lead, suggestions=first_questions(catalogue, career))
    lead += (
        " I can tell you about careers: what people do, what they earn, how to get in, and how the jobs will develop."
    )
    return Reply(lead, suggestions=[suggestion("What can you do?", "ask_capabilities")])


def _no_help_with(kind: str) -> str:
    particular = particulars().get(kind)
    return (particular and particular.unknown) or _KINDS.get(kind, _ANYTHING)
