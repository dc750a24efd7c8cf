/// Parameters that say how a reader came to a page, and nothing about which page it is.
///
/// Data only: add a name here when a source shows it. A name that some site uses for its articles (`id`, `p`, `v`,
/// `page`, `cid`, `sid`, `mod`) must not stand among the names, but may among the values or for one site. All in lower
/// case.
enum TrackingTables {
    /// By the beginning of the name, for each first byte.
    static let prefixesByFirstByte = Dictionary(grouping: prefixes) { $0.utf8.first ?? 0 }

    private static let prefixes = list(
        """
        utm_ mtm_ matomo_ pk_ piwik_ hsa_ _hs __hs hscta mc_ mkt_ ns_ at_ wt. wt_ vero_ oly_ gaa_ sc_ amp_ guce_
        guccounter fb_action_ fb_comment action_object_ action_type_ action_ref_ itm_ int_ trk_ stm_ bsft_ _bta_
        bta_ mb_ ref_ xtor xtref sr_share __twitter_ __cft__ __tn__ __xts__ cm_mm cm_lm cm_re cm_sp cx_ cxrecs_
        pf_rd_ pd_rd_ soc_ share_ sharing_ spm_ tt_from tt_medium tt_content oft_ tw_ vgo_ et_ sms_ iterable
        ml_subscriber _branch_ sb_referer redirect_log_ rb_click ecid_ elq trackingcode _x_tr_
        """)

    /// By the whole name.
    static let names: Set<String> = clicks.union(analytics).union(campaigns).union(shares).union(forms)

    /// Click identifiers of advertisers and networks.
    private static let clicks = list(
        """
        fbclid gclid gclsrc gbraid wbraid gad gad_source gad_campaignid dclid msclkid yclid ysclid twclid ttclid
        igshid igsh li_fat_id epik rdt_cid scid sccid obclid dicbo obinternalid oborigurl tblci irclickid irgwc
        cjevent cjdata awc zanpid srsltid wickedid ef_id s_kwcid dm_i inf_contact_key mibextid _openstat clickid
        click_id clkid campaignid adgroupid adid unicorn_click_id sscid admitad_uid tduid ranmid raneaid ransiteid
        affid aff_id aff_sub afftrack pcrid mkwid sprclid mindbox-click-id gdfms gdftrk gdffi ranid vmcid qclid
        rtkcid lt_cid
        """)

    /// Analytics, recommendation engines, and what only breaks caches.
    private static let analytics = list(
        """
        _ga _gl _gac _ke _kx __s ved usg usqp ei sxsrf trkcampaign aoh csi ampshare _ cachebuster cache_buster
        nocache trackid trackingid tracking_id bxid rtid mi_u sourceid _bhlid sthash pnespid bcmt dgcid hootpostid
        spr snr chksm nsukey scene isappinstalled vd_source wfr cndid esrc emc kpcid piano_id outbrain taboola
        echobox wt sara_ecid ecid searchresultposition itid
        """)

    /// Campaigns and newsletters.
    private static let campaigns = list(
        """
        cmp cmpid cmp_id campaign campaign_id campaign_name ocid icid ncid intcmp intcid int_cid s_cid s_campaign
        mbid nl nlid newsletter newsletter_id email_source email_id emailid ss_email_id ftag ftcamp ito smid smtyp
        srnd sref spm scm xtmc xtcr wprov dlbk taid linkid link_id rss_id partner recirc traffic_source
        source_campaign soc_src soc_trk ss_source ss_campaign_id ss_campaign_name fsrc reflink leadsource in_source
        segmentid hash_email mailing_id mailingid nlcid
        """)

    /// Shares, gifts and sessions.
    private static let shares = list(
        """
        fb_source fb_ref fref hc_ref hc_location spref feature shareid sharetype shared sharetoken tsrc .tsrc twsrc
        via trk replytocom sfns referrer referer unlocked_article_code pwapi_token accesstoken giftid giftlink
        gift_token gifttoken gift phpsessid jsessionid sessionid session_id sessid aspsessionid cfid cftoken oscsid
        zenid
        """)

    /// Forms of the same page.
    private static let forms = list(
        """
        amp _amp outputtype nonamp noamp isamp ampcf ampmode amphtml mobile mobile_view is_mobile ismobile nomobile
        no_mobile
        """)

    /// By the value: these names mean something else elsewhere.
    static let valuesByName: [String: Set<String>] = [
        "ref": senders, "source": senders, "src": senders, "from": senders, "cid": senders, "refid": senders,
        "share": senders, "print": flags, "printable": flags, "printerfriendly": flags, "singlepage": flags,
        "showall": flags, "desktop": flags, "fullsite": flags, "medium": senders, "origin": senders, "channel": senders,
        "ref1": senders, "entry": senders,
        "mod": senders,
        "rss": ["1", "yes", "true", ""], "feed": ["rss", "rss2", "atom"], "m": ["0", "1"],
        "output": formValues, "view": formValues, "platform": formValues, "format": formValues, "device": formValues,
        "type": formValues, "template": formValues, "layout": formValues, "mode": formValues, "version": formValues,
        "service": formValues, "theme": formValues, "render": formValues, "tpl": formValues, "page": ["all"],
        "pagewanted": ["all", "print"], "tid": ["ss_tw", "ss_fb", "ss_mail"], "social": ["1", "true"],
    ]

    private static let flags: Set<String> = ["", "1", "0", "true", "false", "yes", "no", "y", "n", "on", "off"]

    private static let formValues: Set<String> = ["amp", "amphtml", "mobile", "print", "desktop", "singlepage"]

    /// Who sends readers.
    static let senders = list(
        """
        rss rssfeed rss-feed rss_feed feed feeds atom xml home homepage front frontpage twitter tw x facebook fb
        linkedin reddit whatsapp telegram mastodon bluesky threads pinterest tumblr pocket email mail newsletter nl
        share social googlenews google gnews hackernews hn flipboard feedburner feedly push app sidebar related nav
        topnav link permalink copy clipboard mobile web desktop ios android instagram tiktok youtube messenger
        signal slack bing yahoo duckduckgo search direct singlemessage groupmessage timeline wechat weibo line viber
        vk
        """)

    /// Names under which old software carries a session, recognised by a value of many hexadecimal digits.
    static let sessionNames: Set<String> = ["s", "sid", "session", "sess"]

    /// What a single site's addresses carry besides, by registrable domain.
    static let namesBySite: [String: Set<String>] = [
        "youtube.com": ["si", "pp", "ab_channel", "t", "app", "start_radio"],
        "x.com": ["s", "t", "cxt", "lang"],
        "reddit.com": ["rdt", "sort", "depth", "context"],
        "instagram.com": ["img_index", "hl"],
        "nytimes.com": ["te", "rsrc", "instance_id", "user_id", "regi_id", "em_pos"],
        "wsj.com": ["st", "mod"], "marketwatch.com": ["mod"], "barrons.com": ["mod"],
        "medium.com": ["sk", "source"],
        "substack.com": ["r", "s", "publication_id", "post_id", "isfreemail", "triedredirect"],
        "bbc.com": ["pinned_post_locator", "pinned_post_asset_id"],
        "bilibili.com": ["from", "seid", "bbid", "ts"],
        "yahoo.com": ["fr", "fr2", "yptr"],
        "msn.com": ["cvid", "pc"],
        "linkedin.com": ["originaltoken", "lipi"],
    ]

    private static func list(_ words: String) -> Set<String> {
        Set(words.split(whereSeparator: \.isWhitespace).map(String.init))
    }
}
