/// The names of HTML's elements, as far as reading text out of markup needs them.
package enum HTMLNames {
    /// Names by which markup is told from a `<` that is meant: `<b>` is markup in a title, `<T>` is not.
    package static let all: Set<String> = Set(
        """
        a abbr acronym address applet area article aside audio b base basefont bdi bdo bgsound big blink blockquote body
        br button canvas caption center cite code col colgroup data datalist dd del details dfn dialog dir div dl dt em
        embed fieldset figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i
        iframe img input ins isindex kbd keygen label legend li link listing m:math main map mark marquee math menu
        menuitem meta meter mml:math nav nobr noembed noframes noscript object ol optgroup option output p param picture
        plaintext pre progress q rb rp rt rtc ruby s samp script section select slot small source spacer span strike
        strong style sub summary sup svg table tbody td template textarea tfoot th thead time title tr track tt u ul var
        video wbr xmp
        """.split(whereSeparator: \.isWhitespace).map(String.init))

    /// Names of what emphasises words, leads elsewhere or stands among them: a tag of these is markup in a title as well,
    /// though it may lack its other half. The rest may be what the title speaks of.
    static let inline: Set<String> = Set(
        """
        a b big blink br cite code em font i img nobr q rb rp rt rtc ruby s small span strike strong sub sup tt u var wbr
        """.split(whereSeparator: \.isWhitespace).map(String.init))

    /// Names whose elements stand on lines of their own, so that words on both sides are two words.
    static let blocks: Set<String> = Set(
        """
        address article aside blockquote body br caption center dd details dialog dir div dl dt fieldset figcaption
        figure footer form frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li main menu nav ol option p pre
        section summary table tbody td tfoot th thead title tr ul
        """.split(whereSeparator: \.isWhitespace).map(String.init))

    /// Names of elements that have no end tag; `link` and `source`, which are void too, mean something else in feeds.
    package static let void: Set<String> = [
        "area", "br", "col", "embed", "hr", "img", "input", "meta", "param", "track", "wbr",
    ]

    /// Names of elements whose content is not text for people.
    static let hidden: Set<String> = ["script", "style", "template", "noframes", "noembed"]
}
