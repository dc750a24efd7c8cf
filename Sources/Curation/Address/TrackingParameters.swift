/// Parameters that say how a reader came to a page, and nothing about which page it is.
///
/// The tables are data: add a name here when a source shows it. A name that some site uses for its articles
/// (`id`, `p`, `v`, `page`, `cid`, `sid`, `mod`) must not stand among the names, but may among the values.
enum TrackingParameters {
    /// Whether the parameter falls away.
    static func tracks(_ parameter: QueryParameter) -> Bool {
        let name = parameter.name.lowercased()
        if names.contains(name) || prefixes.contains(where: { name.hasPrefix($0) }) { return true }
        return valuesByName[name]?.contains(parameter.value.lowercased()) ?? false
    }

    /// By the beginning of the name.
    static let prefixes = [
        "utm_", "mtm_", "matomo_", "pk_", "piwik_", "hsa_", "_hs", "__hs", "mc_", "mkt_", "ns_", "at_", "wt.", "wt_",
        "vero_", "oly_", "gaa_", "sc_", "amp_", "guce_", "guccounter", "fb_action_", "action_object_", "action_type_",
        "action_ref_", "itm_", "int_", "trk_", "stm_", "bsft_", "_bta_", "mb_", "ref_", "xtor", "xtref", "sr_share",
        "__twitter_", "__cft__", "__tn__",
    ]

    /// By the whole name.
    static let names: Set<String> = [
        // Click identifiers of advertisers and networks.
        "fbclid", "gclid", "gclsrc", "gbraid", "wbraid", "gad_source", "gad_campaignid", "dclid", "msclkid", "yclid",
        "ysclid", "twclid", "ttclid", "igshid", "igsh", "li_fat_id", "epik", "rdt_cid", "scid", "sccid", "obclid",
        "tblci", "irclickid", "irgwc", "cjevent", "awc", "zanpid", "srsltid", "wickedid", "ef_id", "s_kwcid", "dm_i",
        "inf_contact_key", "mibextid", "_openstat", "clickid", "click_id", "campaignid", "adgroupid", "adid",
        // Analytics.
        "_ga", "_gl", "_gac", "_ke", "_kx", "__s", "ved", "usg", "usqp", "ei", "sxsrf", "trkcampaign",
        // Campaigns and newsletters.
        "cmp", "cmpid", "cmp_id", "campaign", "campaign_id", "ocid", "icid", "ncid", "intcmp", "intcid", "int_cid",
        "s_cid", "mbid", "cndid", "esrc", "emc", "nl", "nlid", "newsletter", "newsletter_id", "email_source",
        "ftag", "ftcamp", "ito", "smid", "smtyp", "srnd", "sref", "spm", "scm", "xtmc", "wprov", "dlbk", "taid",
        "linkid", "link_id", "rss_id", "partner", "recirc", "traffic_source", "source_campaign", "soc_src", "soc_trk",
        "ss_source", "ss_campaign_id", "elqtrack", "elqtrackid", "elq", "elqaid", "elqat", "elqcampaignid",
        // Shares.
        "fb_source", "fb_ref", "spref", "feature", "share_id", "sharetype", "shared", "share_source", "share_medium",
        "share_token", "tsrc", "twsrc", "via", "trk", "replytocom", "sfns", "referrer", "referer",
        // Sessions.
        "phpsessid", "jsessionid", "sessionid", "aspsessionid",
        // Forms of the same page.
        "amp", "outputtype", "nonamp", "noamp", "isamp", "mobile", "mobile_view", "is_mobile",
    ]

    /// By the value: these names mean something else elsewhere.
    static let valuesByName: [String: Set<String>] = [
        "ref": senders, "source": senders, "src": senders, "from": senders, "cid": senders, "share": senders,
        "mod": senders.union(["rss_whats_news", "rssn", "rss_markets_main", "e2tw", "e2fb"]),
        "rss": ["1", "yes", "true", ""], "feed": ["rss", "rss2", "atom"],
        "output": ["amp"], "view": ["amp", "mobile"], "platform": ["amp", "mobile"], "m": ["0", "1"],
        "format": ["amp", "mobile"], "device": ["amp", "mobile", "desktop"], "type": ["amp"],
        "tid": ["ss_tw", "ss_fb", "ss_mail"], "social": ["1", "true"],
    ]

    private static let senders: Set<String> = [
        "rss", "rssfeed", "rss-feed", "rss_feed", "feed", "feeds", "atom", "xml", "home", "homepage", "front",
        "frontpage", "twitter", "tw", "x", "facebook", "fb", "linkedin", "reddit", "whatsapp", "telegram", "mastodon",
        "bluesky", "threads", "pinterest", "tumblr", "pocket", "email", "mail", "newsletter", "nl", "share", "social",
        "googlenews", "google", "gnews", "hackernews", "hn", "flipboard", "feedburner", "feedly", "push", "app",
        "sidebar", "related", "nav", "topnav", "link", "permalink", "copy", "clipboard",
    ]
}
