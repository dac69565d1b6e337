// Shows the form of consent for a purpose in the operator's own site:
//   <script src="https://ledger.example.kz/consent/embed.js" data-purpose="newsletter" data-language="kk" async></script>
(() => {
  "use strict";
  const script = document.currentScript;
  const ledger = new URL(script.src).origin;
  const language = script.dataset.language || document.documentElement.lang.slice(0, 2);
  const titles = {
    ru: "Согласие на обработку персональных данных",
    kk: "Дербес деректерді өңдеуге келісім",
    en: "Consent to the processing of personal data",
  };
  const address = new URL("/consent/" + encodeURIComponent(script.dataset.purpose), ledger);
  address.searchParams.set("embedded", location.origin);
  if (language in titles) address.searchParams.set("language", language);

  const frame = document.createElement("iframe");
  frame.src = address.href;
  frame.title = script.dataset.title || titles[language] || titles.ru;
  frame.referrerPolicy = "no-referrer";
  Object.assign(frame.style, { width: "100%", height: "60rem", border: "0" });

  // The form says how high it is; what anybody else says is not listened to.
  window.addEventListener("message", (event) => {
    if (event.origin !== ledger || event.source !== frame.contentWindow) return;
    const height = event.data && event.data.consentFormHeight;
    if (Number.isFinite(height) && height > 0 && height < 20000) frame.style.height = height + "px";
  });
  script.after(frame);
})();
